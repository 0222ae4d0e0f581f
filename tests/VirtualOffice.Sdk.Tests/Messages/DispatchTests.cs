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
public sealed class DispatchTests
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

    [Theory]
    [InlineData(MessageUrgency.Routine, 8)]
    [InlineData(MessageUrgency.Urgent, 0)]
    public void QuietHours_RoutineMessage_WaitsForTheirEnd(MessageUrgency urgency, int hours)
    {
        var now = _world.Clock.GetUtcNow();
        var local = TimeOnly.FromTimeSpan(now.TimeOfDay);
        var step = new DispatchStep("anna@fox.example") { Quiet = new QuietHours(local.AddHours(-1), local.AddHours(8)) };
        Save(new DispatchRule { Steps = [step] }, urgency);
        Start();
        _world.RunFor(TimeSpan.FromHours(9));
        Assert.Equal([("anna@fox.example", hours * 60)], _told);
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

    [Theory]
    [InlineData("sms", MessageUrgency.Routine, true)]
    [InlineData("sms", MessageUrgency.Urgent, false)]
    [InlineData("email", MessageUrgency.Routine, false)]
    public void QuietHours_OfThePerson_CountWhereTheyWouldBeDisturbed(string channel, MessageUrgency urgency, bool waits)
    {
        var now = _world.Clock.GetUtcNow();
        var local = TimeOnly.FromTimeSpan(now.TimeOfDay);
        var company = Company([new DispatchRule { Steps = [new DispatchStep("anna") { Channel = channel }] }]);
        company = company with
        {
            QuietHours = new QuietHours(local.AddHours(-1), local.AddHours(2)),
            Employees = [company.Employees[0] with { QuietHours = new QuietHours(local.AddHours(-1), local.AddHours(5)) }],
        };
        var delivery = Assert.Single(MessageRecipients.DeliveriesOf(NewMessage() with { Urgency = urgency }, company, _options, now));
        Assert.Equal(waits ? now.AddHours(5) : now, delivery.DueAt);
        company = company with { Employees = [company.Employees[0] with { QuietHours = null }] };
        delivery = Assert.Single(MessageRecipients.DeliveriesOf(NewMessage() with { Urgency = urgency }, company, _options, now));
        Assert.Equal(waits ? now.AddHours(2) : now, delivery.DueAt);
    }

    [Theory]
    [InlineData(AwayRecipients.Tell, "anna@fox.example", null)]
    [InlineData(AwayRecipients.StandIn, "boris@fox.example", "Anna is ill; Boris (boris) stands in")]
    [InlineData(AwayRecipients.Skip, "office@fox.example", "Anna is ill; Boris (boris) stands in")]
    public void Away_OfTheRule_DecidesWhoIsTold(AwayRecipients away, string told, string? why)
    {
        var company = WithBoris(new DispatchRule { Away = away, Steps = [new DispatchStep("anna"), new DispatchStep(DispatchStep.CompanyAddress) { After = TimeSpan.FromMinutes(5) }] });
        company = company with { Absences = [new Absence(Anna, AbsenceReason.Ill) { StandIn = Boris }] };

        var deliveries = MessageRecipients.DeliveriesOf(NewMessage(), company, _options, _world.Clock.GetUtcNow());

        Assert.Equal(told, deliveries.First(d => d.State == DeliveryState.Pending).Recipient);
        Assert.Equal(why is null ? [] : [("anna@fox.example", why)], deliveries.Where(d => d.State == DeliveryState.Passed).Select(d => (d.Recipient, d.LastError!)));
        Assert.Equal(Enumerable.Range(1, deliveries.Count), deliveries.Select(d => d.Id.Number));
    }

    [Fact]
    public void Away_AtTheTimeOfTheStep_CountsAndWeeklyToo()
    {
        var now = _world.Clock.GetUtcNow();
        var company = WithBoris(new DispatchRule { Away = AwayRecipients.StandIn, Steps = [new DispatchStep("anna"), new DispatchStep("anna") { After = TimeSpan.FromHours(2) }] });
        var from = TimeOnly.FromDateTime(now.UtcDateTime).AddHours(1);
        company = company with
        {
            Absences = [new Absence(Anna, AbsenceReason.Meeting) { StandIn = Boris, Weekly = new WeeklyHours { Intervals = [new OpenInterval(now.DayOfWeek, from, from.AddHours(4))] } }],
        };

        var deliveries = MessageRecipients.DeliveriesOf(NewMessage(), company, _options, now);

        Assert.Equal(["anna@fox.example", "boris@fox.example"], deliveries.Where(d => d.State == DeliveryState.Pending).Select(d => d.Recipient));
        Assert.Equal(now.AddHours(2), Assert.Single(deliveries, d => d.State == DeliveryState.Passed).DueAt);
    }

    [Fact]
    public void Away_EverybodyOfTheRule_TheMessageStillFindsSomebody()
    {
        var company = WithBoris(new DispatchRule { Away = AwayRecipients.Skip, Steps = [new DispatchStep("group:all")] });
        company = company with
        {
            Absences = [new Absence(Anna, AbsenceReason.Ill), new Absence(Boris, AbsenceReason.Holiday)],
            Groups = [new EmployeeGroup(GroupId.Parse("all"), "All", [Anna, Boris])],
        };

        var deliveries = MessageRecipients.DeliveriesOf(NewMessage(), company, _options, _world.Clock.GetUtcNow());

        Assert.Equal([DeliveryState.Passed, DeliveryState.Passed, DeliveryState.Pending], deliveries.Select(d => d.State));
        Assert.Equal("anna@fox.example", deliveries[2].Recipient);
    }

    [Fact]
    public void Away_WhoIsPassedOver_StandsInTheMessagesLog()
    {
        var company = WithBoris(new DispatchRule { Away = AwayRecipients.StandIn, Steps = [new DispatchStep("anna")] }) with { Absences = [new Absence(Anna, AbsenceReason.Ill) { StandIn = Boris }] };
        var message = Save(company, MessageUrgency.Routine);
        var service = Serve();
        _world.RunFor(TimeSpan.FromMinutes(1));

        Assert.Equal([("boris@fox.example", 0)], _told);
        var passed = Assert.Single(_world.Run(() => service.ReadLogAsync(message.Id)), e => e.Kind == MessageLogKind.PassedOver);
        Assert.Equal(("anna@fox.example", "Anna is ill; Boris (boris) stands in"), (passed.Who, passed.Detail));
    }

    private static CompanyDefinition WithBoris(DispatchRule rule)
    {
        var company = Company([rule]);
        return company with { Employees = [.. company.Employees, new Employee(Boris, "Boris", "boris@fox.example", [PhoneNumber.Parse("+78124540102")])] };
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
