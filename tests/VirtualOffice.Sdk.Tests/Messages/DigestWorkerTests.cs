using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Messages.Digests;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>Daily summaries: each message in one, whatever happens to hosts and servers.</summary>
public sealed class DigestWorkerTests
{
    // It is 12:00 in Moscow when the world begins.
    private static readonly CompanyDefinition Fox = new()
    {
        Id = CompanyId.Parse("fox-travel"),
        Name = "Fox Travel",
        Version = "1",
        Numbers = [PhoneNumber.Parse("+78124540001")],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        MessagesTo = "office@fox.example",
        Digests = [new DigestRule(new TimeOnly(18, 0), DispatchStep.CompanyAddress)],
    };

    private readonly SimulatedWorld _world = new();
    private readonly InMemoryCallJournal _journal = new();
    private readonly InMemoryBookmarkStore _bookmarks = new();
    private readonly List<(string To, TimeSpan At, string Texts, MessageId Id)> _sent = [];
    private Func<Notification, DeliveryAttempt> _answer = _ => DeliveryAttempt.Delivered();
    private int _calls;

    [Fact]
    public void Digest_AtItsTime_HasEveryMessageOnceInOrder()
    {
        Start();
        _world.RunFor(TimeSpan.FromHours(1));
        TakeMessage("one");
        _world.RunFor(TimeSpan.FromHours(1));
        TakeMessage("two");
        _world.RunFor(TimeSpan.FromHours(5));
        TakeMessage("three");
        _world.RunFor(TimeSpan.FromDays(2));
        Assert.Equal(["one two", "three"], _sent.Select(s => s.Texts));
        Assert.All(_sent, s => Assert.Equal("office@fox.example", s.To));
        Assert.InRange(_sent[0].At, TimeSpan.FromHours(6), TimeSpan.FromHours(6.1));
        Assert.InRange(_sent[1].At, TimeSpan.FromHours(30), TimeSpan.FromHours(30.1));
    }

    [Fact]
    public void Digest_CorrectedAfterItsEnd_HasNotWhatWasWrong()
    {
        var host = Start();
        _world.RunFor(TimeSpan.FromHours(1));
        var wrong = TakeMessage("wrong");
        TakeMessage("other");
        host.Kill();
        _world.RunFor(TimeSpan.FromHours(6));
        TakeMessage("right", wrong);
        Start();
        _world.RunFor(TimeSpan.FromDays(1));
        Assert.Equal(["other", "right"], _sent.Select(s => s.Texts));
    }

    [Fact]
    public void Digest_HostAwayAtItsTime_IsSentWhenItIsBack()
    {
        var host = Start();
        _world.RunFor(TimeSpan.FromHours(1));
        TakeMessage("one");
        host.Kill();
        _world.RunFor(TimeSpan.FromHours(8));
        TakeMessage("two");
        Start();
        _world.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(["one"], _sent.Select(s => s.Texts));
        _world.RunFor(TimeSpan.FromDays(1));
        Assert.Equal(["one", "two"], _sent.Select(s => s.Texts));
    }

    [Fact]
    public void Digest_ServerDown_IsTriedAgainUnderTheSameIdUntilItIsTaken()
    {
        _answer = _ => _sent.Count < 3 ? DeliveryAttempt.RetryLater("421 later") : DeliveryAttempt.Delivered();
        Start();
        _world.RunFor(TimeSpan.FromHours(1));
        TakeMessage("one");
        _world.RunFor(TimeSpan.FromDays(1));
        Assert.Equal(3, _sent.Count);
        Assert.Single(_sent.Select(s => s.Id).Distinct());
    }

    [Theory]
    [InlineData("2026-03-02T14:59:59Z", "2026-03-01T15:00:00Z")]
    [InlineData("2026-03-02T15:00:00Z", "2026-03-02T15:00:00Z")]
    public void LastBefore_AnyInstant_IsTheLocalTimeOfThatDayOrTheDayBefore(string instant, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        DigestTimes.LastBefore(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(18, 0), Fox.TimeZone));

    private SimulatedHost Start()
    {
        var host = _world.AddHost();
        var companies = new CompanyDirectory();
        companies.Replace([Fox]);
        var channel = new ScriptedChannel
        {
            Answer = n =>
            {
                _sent.Add((n.Delivery.Recipient, _world.Clock.Elapsed, string.Join(' ', n.Message.Fields.Select(f => f.Value[(f.Value.LastIndexOf(' ') + 1)..])), n.Message.Id));
                return _answer(n);
            },
        };
        var worker = new DigestWorker(_journal, _bookmarks, companies, [channel], host.Runtime, new OfficeOptions(), NullLogger<DigestWorker>.Instance);
        _ = host.Start(() => worker.RunAsync(CancellationToken.None));
        return host;
    }

    private MessageId TakeMessage(string text, MessageId? corrects = null)
    {
        var now = _world.Clock.GetUtcNow();
        var call = new CallId(_world.Runtime.Ids.NewId());
        var message = new Message
        {
            Id = new MessageId(_world.Runtime.Ids.NewId()),
            Call = call,
            Kind = MessageKind.Operator,
            Company = Fox.Id,
            CompanyName = Fox.Name,
            Caller = CallerId.Withheld,
            Dialled = "+78124540001",
            ReceivedAt = now,
            Fields = [new MessageField("Text", text)],
            Corrects = corrects,
        };
        var received = new CallReceived(now, new LegId("simulated", $"caller{++_calls}"), "incarnation", "+78124540001", CallerId.Withheld);
        _world.Run(() => _journal.AppendAsync(new JournalAppend(call, 0, [received, new CallPlanned(now, Fox.Id, "1", false, true), new MessageTaken(now, message)], []), CancellationToken.None));
        return message.Id;
    }
}
