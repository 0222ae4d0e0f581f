using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>Dispatch rules carried out on the virtual clock: who is told, when, and when no longer.</summary>
public sealed partial class DispatchTests
{
    private static readonly EmployeeId Anna = EmployeeId.Parse("anna");
    private static readonly EmployeeId Boris = EmployeeId.Parse("boris");

    private static readonly DispatchRule Ladder = new()
    {
        Steps =
        [
            new DispatchStep(DispatchStep.Recipient) { Channel = "email" },
            new DispatchStep("anna") { Channel = "sms", After = TimeSpan.FromMinutes(5) },
            new DispatchStep("boss@fox.example") { Channel = "email", After = TimeSpan.FromMinutes(10), Every = TimeSpan.FromMinutes(5), Times = 3 },
        ],
    };

    private readonly SimulatedWorld _world = new();
    private readonly InMemoryCallJournal _journal = new();
    private readonly List<(string Recipient, int Minute)> _told = [];
    private readonly OfficeOptions _options = new()
    {
        AcknowledgeUrl = new Uri("https://office.example/acknowledge?x=1"),
        AcknowledgeSecret = new string('s', 32),
    };

    private Func<Notification, DeliveryAttempt> _answer = _ => DeliveryAttempt.Delivered();
    private Uri? _link;

    [Fact]
    public void Ladder_NobodyAcknowledges_TellsEveryStepInItsTime()
    {
        Save(Ladder);
        Start();
        _world.RunFor(TimeSpan.FromHours(3));
        Assert.Equal([("anna@fox.example", 0), ("+78124540101", 5), ("boss@fox.example", 15), ("boss@fox.example", 20), ("boss@fox.example", 25)], _told);
    }

    [Fact]
    public void Ladder_AcknowledgedByLink_EndsThereAndOnceMoreIsHarmless()
    {
        var message = Save(Ladder);
        var service = Serve();
        _world.RunFor(TimeSpan.FromMinutes(7));
        var token = _link!.AbsoluteUri["https://office.example/acknowledge?x=1&token=".Length..];
        var first = _world.Run(() => service.AcknowledgeAsync(token));
        _world.RunFor(TimeSpan.FromHours(3));
        Assert.Equal([("anna@fox.example", 0), ("+78124540101", 5)], _told);
        Assert.Equal(("+78124540101", AcknowledgementMethod.Link), (first!.Who, first.Method));
        Assert.Equal(first, _world.Run(() => service.AcknowledgeAsync(message.Id, "boris")));
        Assert.Equal(first, _world.Run(() => service.FindAcknowledgementAsync(message.Id)));
        Assert.Equal(
            [DeliveryState.Delivered, DeliveryState.Delivered, DeliveryState.Cancelled, DeliveryState.Cancelled, DeliveryState.Cancelled], Deliveries(message).Select(d => d.State));
    }

    [Fact]
    public void Ladder_StepsFail_TheNextFollowsAtOnce()
    {
        _answer = notification => notification.Delivery.Recipient == "boss@fox.example" ? DeliveryAttempt.Delivered() : DeliveryAttempt.Failed("550 no such user");
        Save(Ladder);
        Start();
        _world.RunFor(TimeSpan.FromSeconds(30));
        Assert.Equal([("anna@fox.example", 0), ("+78124540101", 0), ("boss@fox.example", 0)], _told);
        _world.RunFor(TimeSpan.FromHours(3));
        Assert.Equal(["boss@fox.example", "boss@fox.example"], _told.Skip(3).Select(t => t.Recipient));
    }

    [Fact]
    public void Ladder_HostKilledBetweenSteps_TheNextOneGoesOn()
    {
        Save(Ladder);
        var first = Start();
        _world.RunFor(TimeSpan.FromMinutes(1));
        first.Host.Kill();
        _world.RunFor(TimeSpan.FromMinutes(1));
        Start();
        _world.RunFor(TimeSpan.FromHours(3));
        Assert.Equal([("anna@fox.example", 0), ("+78124540101", 5), ("boss@fox.example", 15), ("boss@fox.example", 20), ("boss@fox.example", 25)], _told);
    }

    [Fact]
    public void Acknowledged_DeliveryIsLate_IsNotEscalated()
    {
        _options.EscalateTo = "supervisor@office.example";
        _answer = _ => DeliveryAttempt.RetryLater("451 later");
        var message = Save(null);
        var service = Serve();
        _world.RunFor(TimeSpan.FromMinutes(1));
        Assert.NotNull(_world.Run(() => service.AcknowledgeAsync(message.Id, "olga")));
        _world.RunFor(TimeSpan.FromHours(3));
        Assert.Equal(["anna@fox.example"], _told.Select(t => t.Recipient).Distinct());
        Assert.Equal(DeliveryState.Pending, Assert.Single(Deliveries(message)).State);
    }

    [Fact]
    public void Rules_FirstThatFits_IsTakenAndNoneMeansAsWithoutRules()
    {
        var urgent = new DispatchRule { Urgency = MessageUrgency.Urgent, Kind = MessageKind.Operator, Steps = [new DispatchStep("boss@fox.example")] };
        var company = Company([urgent, new DispatchRule { Kind = MessageKind.Voice, Steps = [new DispatchStep(DispatchStep.CompanyAddress)] }]);
        Assert.Equal("boss@fox.example", RecipientOf(MessageUrgency.Urgent, MessageKind.Operator));
        Assert.Equal("office@fox.example", RecipientOf(MessageUrgency.Urgent, MessageKind.Voice));
        Assert.Equal("anna@fox.example", RecipientOf(MessageUrgency.Routine, MessageKind.Operator));

        string RecipientOf(MessageUrgency urgency, MessageKind kind) => Assert.Single(
            MessageRecipients.DeliveriesOf(NewMessage() with { Urgency = urgency, Kind = kind }, company, _options, _world.Clock.GetUtcNow())).Recipient;
    }

    [Fact]
    public void Tokens_Changed_AreRefused()
    {
        var id = new DeliveryId(NewMessage().Id, 7);
        var now = _world.Clock.GetUtcNow();
        var token = AcknowledgeTokens.Write(_options.AcknowledgeSecret!, id, now);
        Assert.True(AcknowledgeTokens.TryRead(_options, token, now, out var read));
        Assert.Equal(id, read);
        for (var i = 0; i < token.Length - 1; i++)
        {
            Assert.False(AcknowledgeTokens.TryRead(_options, token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..], now, out _), $"Position {i}");
        }

        Assert.False(AcknowledgeTokens.TryRead(_options, "", now, out _));
        Assert.False(AcknowledgeTokens.TryRead(_options, token + "A", now, out _));
        Assert.False(AcknowledgeTokens.TryRead(_options, new string('!', token.Length), now, out _));
        Assert.False(AcknowledgeTokens.TryRead(new OfficeOptions { AcknowledgeSecret = new string('t', 32) }, token, now, out _));
        Assert.False(AcknowledgeTokens.TryRead(new OfficeOptions(), token, now, out _));
    }

    [Fact]
    public void Hold_UntilSomebodyCallsIn_IsKeptAndThenAcknowledged()
    {
        var message = Save(new DispatchRule
        {
            Steps = [new DispatchStep(DispatchStep.Recipient) { Hold = true }, new DispatchStep("boss@fox.example") { After = TimeSpan.FromHours(2) }],
        });
        var service = Serve();
        _world.RunFor(TimeSpan.FromHours(1));
        Assert.Empty(_told);
        var held = Assert.Single(_world.Run(() => service.ListAsync(new DeliveryFilter(TenantScope.Office, DeliveryState.Held))));
        Assert.Equal(("hold", "anna"), (held.Channel, held.Recipient));
        Assert.False(_world.Run(() => service.RetryAsync(held.Id)));
        Assert.True(_world.Run(() => service.PickUpAsync(held.Id, "Anna Petrova")));
        Assert.False(_world.Run(() => service.PickUpAsync(held.Id, "Anna Petrova")));
        _world.RunFor(TimeSpan.FromHours(3));
        Assert.Empty(_told);
        var log = _world.Run(() => service.ReadLogAsync(message.Id));
        Assert.Equal([MessageLogKind.Taken, MessageLogKind.Attempted, MessageLogKind.Acknowledged], log.Select(e => e.Kind));
        Assert.Equal(("Anna Petrova", "By picking it up."), (log[^1].Who, log[^1].Detail));
    }

    [Fact]
    public void WorkList_SomethingOnIt_IsPresentedUntilItIsAcknowledged()
    {
        _answer = _ => DeliveryAttempt.Failed("550 no such user");
        var message = Save(null);
        var service = Serve();
        var (presented, events) = (new List<int>(), new OfficeEvents());
        var host = _world.AddHost();
        var reminder = new WorkListReminder(_journal.Outbox, host.Runtime, _options, events, NullLogger<WorkListReminder>.Instance);
        _ = host.Start(() => reminder.RunAsync(CancellationToken.None));
        _ = host.Start(() => ListenAsync(events, presented));
        _world.RunFor(TimeSpan.FromMinutes(31));
        Assert.Equal([1, 1], presented);
        _world.Run(() => service.AcknowledgeAsync(message.Id, "olga"));
        _world.RunFor(TimeSpan.FromHours(2));
        Assert.Equal([1, 1], presented);
    }

    private static async Task ListenAsync(OfficeEvents events, List<int> presented)
    {
        await foreach (var e in events.ReadAllAsync(CancellationToken.None))
        {
            presented.Add(((MessagesUndelivered)e).Deliveries.Count);
        }
    }

    [Fact]
    public void Tokens_TimeOver_AreRefused()
    {
        var expires = _world.Clock.GetUtcNow();
        var token = AcknowledgeTokens.Write(_options.AcknowledgeSecret!, new DeliveryId(NewMessage().Id, 1), expires);
        Assert.True(AcknowledgeTokens.TryRead(_options, token, expires, out _));
        Assert.False(AcknowledgeTokens.TryRead(_options, token, expires.AddSeconds(1), out _));
    }

    private MessageService Serve()
    {
        var started = Start();
        return new MessageService(_journal.Outbox, started.Worker, started.Runner, _journal, new InMemoryRecordingStore(), new VirtualOffice.Sdk.Scripts.ScriptKinds([]), _options, _world.Clock);
    }

    private static CompanyDefinition Company(IReadOnlyList<DispatchRule> rules) => new()
    {
        Id = CompanyId.Parse("fox-travel"),
        Name = "Fox Travel",
        Version = "1",
        Numbers = [PhoneNumber.Parse("+78124540001")],
        MessagesTo = "office@fox.example",
        Employees = [new Employee(Anna, "Anna", "anna@fox.example", [PhoneNumber.Parse("+78124540101")])],
        Dispatch = rules,
    };

    private Message NewMessage() => new()
    {
        Id = new MessageId(_world.Runtime.Ids.NewId()),
        Call = new CallId(_world.Runtime.Ids.NewId()),
        Kind = MessageKind.Operator,
        Company = CompanyId.Parse("fox-travel"),
        CompanyName = "Fox Travel",
        Employee = Anna,
        Caller = CallerId.Withheld,
        Dialled = "+78124540001",
        ReceivedAt = _world.Clock.GetUtcNow(),
    };

    private Message Save(DispatchRule? rule, MessageUrgency urgency = MessageUrgency.Routine) => Save(Company(rule is null ? [] : [rule]), urgency);

    private Message Save(CompanyDefinition company, MessageUrgency urgency)
    {
        var message = NewMessage() with { Urgency = urgency };
        var now = _world.Clock.GetUtcNow();
        var deliveries = MessageRecipients.DeliveriesOf(message, company, _options, now);
        var received = new CallReceived(now, new LegId("simulated", "caller"), "incarnation", "+78124540001", CallerId.Withheld);
        _world.Run(() => _journal.AppendAsync(new JournalAppend(message.Call, 0, [received, new MessageTaken(now, message)], deliveries), CancellationToken.None));
        return message;
    }

    private IReadOnlyList<MessageDelivery> Deliveries(Message message) => _world.Run(() => _journal.Outbox.ReadAsync(message.Call, CancellationToken.None));

    private (SimulatedHost Host, OutboxWorker Worker, DeliveryRunner Runner) Start()
    {
        var host = _world.AddHost();
        DeliveryAttempt Tell(Notification notification)
        {
            _told.Add((notification.Delivery.Recipient, (int)_world.Clock.Elapsed.TotalMinutes));
            _link = notification.AcknowledgeLink;
            return _answer(notification);
        }

        INotificationChannel[] channels = [new ScriptedChannel { Answer = Tell }, new ScriptedChannel { Name = "sms", Answer = Tell }];
        var runner = new DeliveryRunner(
            _journal.Outbox, new InMemoryRecordingStore(), channels, host.Runtime, _options, new OfficeEvents(), new OfficeInstruments(), NullLogger<DeliveryRunner>.Instance);
        var worker = new OutboxWorker(_journal.Outbox, runner, host.Runtime, NullLogger<OutboxWorker>.Instance);
        _ = host.Start(() => worker.RunAsync(CancellationToken.None));
        return (host, worker, runner);
    }
}
