using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Messages.Http;
using VirtualOffice.Sdk.Messages.Voice;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>An operator wrote a message down wrong, and sets it right.</summary>
public sealed class MessageCorrectionTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly MessageDraft Wrong = new(SimulatedOffice.Anna, [new MessageField("text", "He wants two rooms")]);

    private readonly SimulatedOffice _office = new();
    private readonly List<MessageId> _delivered = [];
    private bool _isMailAway;
    private readonly SimulatedParty _caller;

    public MessageCorrectionTests()
    {
        _office.ChannelOf = (_, _) => new ScriptedChannel
        {
            Answer = notification =>
            {
                if (_isMailAway)
                {
                    return DeliveryAttempt.RetryLater("450 later");
                }

                _delivered.Add(notification.Message.Id);
                return DeliveryAttempt.Delivered();
            },
        };
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        _office.RunUntilStage(CallStage.Conversation);
    }

    private CallId Id => _office.Call().Id;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TakeMessage_Correction_IsDeliveredBesideWhatWas(bool isCallOver)
    {
        var wrong = Take(Wrong);
        _office.World.RunFor(2 * Second);
        EndIf(isCallOver);

        var right = Take(RightOf(wrong));
        _office.World.RunFor(2 * Second);

        Assert.Equal((wrong.Id, "He wants three rooms"), (right.Corrects, right.Fields.Single().Value));
        Assert.Equal([wrong.Id, right.Id], _office.Call().Messages.Select(m => m.Id));
        Assert.Equal([wrong.Id, right.Id], _delivered);
        Assert.Equal([DeliveryState.Delivered, DeliveryState.Delivered], Run(o => o.Messages.ListDeliveriesAsync(Id)).Select(d => d.State));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TakeMessage_CorrectionOfWhatWasNotDeliveredYet_IsAllThatIsDelivered(bool isCallOver)
    {
        _isMailAway = true;
        var wrong = Take(Wrong);
        _office.World.RunFor(2 * Second);
        EndIf(isCallOver);

        var right = Take(RightOf(wrong));
        _isMailAway = false;
        _office.World.RunFor(TimeSpan.FromHours(1));

        Assert.Equal([right.Id], _delivered);
        Assert.Equal(
            [(wrong.Id, DeliveryState.Cancelled), (right.Id, DeliveryState.Delivered)],
            Run(o => o.Messages.ListDeliveriesAsync(Id)).Select(d => (d.Id.Message, d.State)));
        Assert.Equal(AcknowledgementMethod.Correction, Run(o => o.Messages.FindAcknowledgementAsync(wrong.Id))!.Method);
        Assert.Null(Run(o => o.Messages.FindAcknowledgementAsync(right.Id)));
    }

    [Fact]
    public void TakeMessage_Correction_StandsInBothLogs()
    {
        var wrong = Take(Wrong);
        var right = Take(RightOf(wrong));
        _office.World.RunFor(2 * Second);

        var ofWrong = Run(o => o.Messages.ReadLogAsync(wrong.Id));
        Assert.Equal([MessageLogKind.Taken, MessageLogKind.Corrected], ofWrong.Where(e => e.Kind != MessageLogKind.Attempted).Select(e => e.Kind));
        Assert.Contains(right.Id.ToString(), ofWrong.Single(e => e.Kind == MessageLogKind.Corrected).Detail, StringComparison.Ordinal);
        Assert.Contains(wrong.Id.ToString(), Run(o => o.Messages.ReadLogAsync(right.Id))[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounce_OfWhatWasCorrected_IsNotSentAgain()
    {
        var wrong = Take(Wrong);
        _office.World.RunFor(2 * Second);
        var right = Take(RightOf(wrong));
        _office.World.RunFor(2 * Second);

        Assert.True(Run(o => o.Messages.ReportBounceAsync($"{new DeliveryId(wrong.Id, 1)}@office.example", "4.4.7 timed out", isFinal: false)));
        _office.World.RunFor(TimeSpan.FromHours(6));

        Assert.Equal([wrong.Id, right.Id], _delivered);
        Assert.Equal([DeliveryState.Cancelled, DeliveryState.Delivered], Run(o => o.Messages.ListDeliveriesAsync(Id)).Select(d => d.State));
    }

    [Fact]
    public void Retry_OfWhatWasCorrected_IsRefused()
    {
        _isMailAway = true;
        var wrong = Take(Wrong);
        Take(RightOf(wrong));

        Assert.False(Run(o => o.Messages.RetryAsync(new DeliveryId(wrong.Id, 1))));
    }

    [Fact]
    public void TakeMessage_CorrectionOfACorrection_TakesThePlaceOfThat()
    {
        var first = Take(Wrong);
        var second = Take(RightOf(first));
        var third = Take(RightOf(second) with { Employee = null });

        Assert.Equal([null, first.Id, second.Id], _office.Call().Messages.Select(m => m.Corrects));
        Assert.Null(third.Employee);
    }

    [Fact]
    public void TakeMessage_SecondCorrectionOfTheSame_IsRefusedAndNamesTheFirst()
    {
        var wrong = Take(Wrong);
        var right = Take(RightOf(wrong));

        var refused = Refused(calls => calls.TakeMessageAsync(Id, RightOf(wrong)));

        Assert.Equal(CallCommandError.WrongStage, refused.Error);
        Assert.Contains(right.Id.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, _office.Call().Messages.Count);
    }

    [Fact]
    public void TakeMessage_CorrectionOfAnUnknownMessage_IsRefused()
    {
        Take(Wrong);
        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.TakeMessageAsync(Id, Wrong with { Corrects = new MessageId(Guid.NewGuid()) })).Error);
    }

    [Fact]
    public void TakeMessage_SameCommandWithAnotherThingToCorrect_IsAConflict()
    {
        var wrong = Take(Wrong);
        var command = CommandId.Parse("correction-1");
        var right = Run(o => o.Calls.TakeMessageAsync(Id, RightOf(wrong), command));

        Assert.Equal(right.Id, Run(o => o.Calls.TakeMessageAsync(Id, RightOf(wrong), command)).Id);
        Assert.Equal(CallCommandError.Conflict, Refused(calls => calls.TakeMessageAsync(Id, RightOf(wrong) with { Corrects = null }, command)).Error);
    }

    [Fact]
    public void Correction_InAText_IsSaidToBeOne()
    {
        var right = Take(RightOf(Take(Wrong)));
        var delivery = Run(o => o.Messages.ListDeliveriesAsync(Id)).Single(d => d.Id.Message == right.Id);

        Assert.StartsWith("CORRECTED: ", SmsText.Of(new Notification(delivery, right, null), 480), StringComparison.Ordinal);
        Assert.StartsWith("This corrects an earlier message.", SpokenMessage.Of(right with { Text = "Three rooms" }), StringComparison.Ordinal);
    }

    private static MessageDraft RightOf(Message wrong) => Wrong with { Fields = [new MessageField("text", "He wants three rooms")], Corrects = wrong.Id };

    private void EndIf(bool isCallOver)
    {
        if (isCallOver)
        {
            _caller.HangUp();
            _office.RunUntilClosed();
        }
    }

    private Message Take(MessageDraft draft) => Run(office => office.Calls.TakeMessageAsync(Id, draft));

    private T Run<T>(Func<IVirtualOffice, Task<T>> command)
    {
        T answer = default!;
        var done = _office.Host!.Start(async () => answer = await command(_office.Office));
        _office.World.RunUntil(() => done.IsCompleted, 10 * Second);
        Assert.True(done.IsCompletedSuccessfully, done.Exception?.ToString());
        return answer;
    }

    private CallCommandException Refused(Func<ICalls, Task> command)
    {
        var done = _office.Host!.Start(() => command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 10 * Second);
        return Assert.IsType<CallCommandException>(done.Exception!.InnerException);
    }
}
