using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <content>What comes back of a message, or of who wrote it: answers, bounces, corrections.</content>
public sealed partial class DispatchTests
{
    [Fact]
    public void Reply_ToAnEmail_AcknowledgesWithItsSender()
    {
        var message = Save(Ladder);
        var service = Serve();
        _world.RunFor(TimeSpan.FromMinutes(1));
        Assert.Null(_world.Run(() => service.AcknowledgeByReplyAsync("<nonsense@office.example>")));
        Assert.Null(_world.Run(() => service.AcknowledgeByReplyAsync($"<{new DeliveryId(message.Id, 99)}@office.example>")));
        var first = _world.Run(() => service.AcknowledgeByReplyAsync($"<{new DeliveryId(message.Id, 1)}@office.example>", "anna.p@fox.example"));
        Assert.Equal(("anna.p@fox.example", AcknowledgementMethod.Reply), (first!.Who, first.Method));
        _world.RunFor(TimeSpan.FromHours(1));
        Assert.Equal([("anna@fox.example", 0)], _told);
    }

    [Fact]
    public void Bounce_OfADelivery_TellsAPersonAndTheNextStepFollows()
    {
        _options.EscalateTo = "supervisor@office.example";
        var message = Save(Ladder);
        var service = Serve();
        _world.RunFor(TimeSpan.FromMinutes(1));
        var id = $"{new DeliveryId(message.Id, 1)}@office.example";
        Assert.True(_world.Run(() => service.ReportBounceAsync(id, "5.1.1 no such user")));
        Assert.False(_world.Run(() => service.ReportBounceAsync(id, "5.1.1 no such user")));
        _world.RunFor(TimeSpan.FromMinutes(1));
        Assert.Equal([("anna@fox.example", 0), ("+78124540101", 1), ("supervisor@office.example", 1)], _told.OrderBy(t => t.Minute).ThenBy(t => t.Recipient));
        var bounced = Deliveries(message)[0];
        Assert.Equal((DeliveryState.Failed, 2, "It came back: 5.1.1 no such user"), (bounced.State, bounced.Attempts, bounced.LastError));
    }

    [Fact]
    public void Bounce_ThatIsNotFinal_IsTriedAgain()
    {
        var message = Save(null);
        var service = Serve();
        _world.RunFor(TimeSpan.FromMinutes(1));
        Assert.True(_world.Run(() => service.ReportBounceAsync($"{new DeliveryId(message.Id, 1)}@x", "4.4.7 timed out", isFinal: false)));
        Assert.Equal(DeliveryState.Pending, Assert.Single(Deliveries(message)).State);
        _world.RunFor(TimeSpan.FromMinutes(1));
        Assert.Equal(DeliveryState.Delivered, Assert.Single(Deliveries(message)).State);
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public void Corrected_BeforeTheStoreKnows_IsNotAttempted()
    {
        var message = Save(null);
        Start().Runner.Corrected(message.Id);
        _world.RunFor(TimeSpan.FromMinutes(1));
        Assert.Empty(_told);
        Assert.Equal(DeliveryState.Cancelled, Assert.Single(Deliveries(message)).State);
    }
}
