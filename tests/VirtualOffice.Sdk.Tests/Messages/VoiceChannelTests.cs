using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>Messages told by telephone: who is rung up, what they hear, and what their answer does.</summary>
public sealed class VoiceChannelTests
{
    private static readonly PhoneNumber First = PhoneNumber.Parse("+79214540301");
    private static readonly PhoneNumber Second = PhoneNumber.Parse("+79214540302");
    private static readonly PhoneNumber Supervisor = PhoneNumber.Parse("+79214540303");

    private static readonly DispatchRule OnCall = new()
    {
        Steps =
        [
            new DispatchStep(First.ToString()) { Then = [Second.ToString()], Channel = "voice", Every = TimeSpan.FromMinutes(5), Times = 3 },
            new DispatchStep(Supervisor.ToString()) { Channel = "voice", After = TimeSpan.FromMinutes(5) },
        ],
    };

    private readonly List<(PhoneNumber Number, int Minute)> _rung = [];
    private readonly SimulatedOffice _office;
    private DateTimeOffset _toldAt;

    public VoiceChannelTests()
    {
        var fox = new CompanyDefinition
        {
            Id = SimulatedOffice.Fox,
            Name = "Fox Travel",
            Version = "v1",
            Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
            SpokenName = new RecordedPrompt("fox-travel"),
            Dispatch = [OnCall],
        };
        _office = new SimulatedOffice(definition: new OfficeDefinition([fox], [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]));
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        _office.StartHost();
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
    }

    [Fact]
    public void Accepted_WithOne_AcknowledgesAndNobodyElseIsRungUp()
    {
        Phone(First, Answers("1"));
        var message = TakeMessage();
        _office.World.RunFor(TimeSpan.FromHours(1));
        Assert.Equal([(First, 0)], _rung);
        Assert.Equal((First.ToString(), AcknowledgementMethod.Digit), Acknowledgement(message));
        Assert.Equal([DeliveryState.Delivered, .. Enumerable.Repeat(DeliveryState.Cancelled, 6)], States(message));
        var heard = _office.Pbx.EndedParties.Single(p => p.Tag is { Role: LegRole.Recipient }).Heard.Select(h => h.Sound.Prompt).OfType<string>();
        Assert.Equal(["fox-travel", "vm-youhave"], heard);
    }

    [Fact]
    public void Declined_EverybodyIsRungUpInTurnThenTheSupervisor()
    {
        Phone(First, Answers("2"));
        Phone(Second, SimulatedPhone.Busy);
        Phone(Supervisor, Answers("1") with { PressesAfter = TimeSpan.FromSeconds(20) });
        var message = TakeMessage();
        _office.World.RunFor(TimeSpan.FromHours(1));
        Assert.Equal([(First, 0), (Second, 0), (First, 5), (Second, 5), (First, 10), (Second, 10), (Supervisor, 15)], _rung);
        Assert.Equal((Supervisor.ToString(), AcknowledgementMethod.Digit), Acknowledgement(message));
        Assert.Equal([.. Enumerable.Repeat(DeliveryState.Passed, 6), DeliveryState.Delivered], States(message));
        Assert.Empty(_office.World.Run(() => _office.Office.DrawUpBooksAsync()).Imbalances);
        Assert.Single(_office.ReadCalls());
        var log = _office.World.Run(() => _office.Office.Messages.ReadLogAsync(message));
        Assert.Equal(
            [MessageLogKind.Taken, .. Enumerable.Repeat(MessageLogKind.Attempted, 7), MessageLogKind.Acknowledged], log.Select(e => e.Kind));
        Assert.Contains("declined with 2", log[1].Detail, StringComparison.Ordinal);
        Assert.Contains("busy", log[2].Detail, StringComparison.Ordinal);
        Assert.Equal((Supervisor.ToString(), "By pressing 1."), (log[^1].Who, log[^1].Detail));
    }

    [Fact]
    public void VoicemailAnswers_IsNotTakenForAPerson()
    {
        Phone(First, SimulatedPhone.Answers(TimeSpan.FromSeconds(15)));
        Phone(Second, Answers("1"));
        var message = TakeMessage();
        _office.World.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(First, _rung[0].Number);
        Assert.Equal([First, Second], _rung.Select(r => r.Number));
        Assert.Contains("voicemail", Assert.Single(Attempts(new DeliveryId(message, 1))).Attempt.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Reconciliation_WhileSomebodyListens_LeavesTheLineAlone()
    {
        Phone(First, Answers("1") with { PressesAfter = TimeSpan.FromSeconds(45) });
        var message = TakeMessage();
        _office.World.RunUntil(() => Told() is { State: LegState.Up }, TimeSpan.FromMinutes(2));
        _office.Pbx.DropConnection();
        _office.World.RunFor(TimeSpan.FromHours(1));
        Assert.Equal([(First, 0)], _rung);
        Assert.NotNull(Acknowledgement(message));
    }

    [Fact]
    public void HostKilledOverTheCall_LineIsEndedAndTheMessageIsToldAnew()
    {
        Phone(First, Answers("1") with { PressesAfter = TimeSpan.FromSeconds(40) });
        var message = TakeMessage();
        _office.World.RunUntil(() => Told() is { State: LegState.Up }, TimeSpan.FromMinutes(2));
        var leg = Told()!.Leg;
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(TimeSpan.FromSeconds(5));
        Assert.True(_office.Pbx.FindParty(leg)!.IsGone);
        _office.World.RunFor(TimeSpan.FromHours(1));
        Assert.Equal([First, First], _rung.Select(r => r.Number));
        Assert.Equal((First.ToString(), AcknowledgementMethod.Digit), Acknowledgement(message));
    }

    [Theory]
    [InlineData("7921")]
    [InlineData(null)]
    public void DialPolicy_Denies_IsNeverDialledAndRecordedWithTheReason(string? denied)
    {
        // The second case: a number of the office's own companies would bring the call back.
        var number = denied is null ? PhoneNumber.Parse(SimulatedOffice.FoxNumber) : First;
        var office = Start(_office.Definition.Companies[0] with
        {
            Dispatch = [new DispatchRule { Steps = [new DispatchStep(number.ToString()) { Channel = "voice" }] }],
            Dialling = new DialPolicy { Deny = denied is null ? [] : [denied] },
        });
        var dialled = 0;
        office.Pbx.SetPhone(new NumberTarget(number), () =>
        {
            dialled++;
            return Answers("1");
        });
        TakeMessage(office);
        office.World.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(0, dialled);
        var delivery = Assert.Single(office.World.Run(() => office.Journal.Outbox.ReadAsync(office.Call().Id, CancellationToken.None)));
        Assert.Equal(DeliveryState.Failed, delivery.State);
        Assert.Contains("is not dialled", delivery.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public void DialPolicy_LimitPerHour_WaitsUntilThereIsAPlace()
    {
        var office = Start(_office.Definition.Companies[0] with { Dialling = new DialPolicy { MaxPerHour = 1 } });
        var dialled = new List<DateTimeOffset>();
        foreach (var number in new[] { First, Second, Supervisor })
        {
            office.Pbx.SetPhone(new NumberTarget(number), () =>
            {
                dialled.Add(office.Now);
                return SimulatedPhone.Busy;
            });
        }

        TakeMessage(office);
        office.World.RunFor(TimeSpan.FromHours(3));
        Assert.InRange(dialled.Count, 2, 3);
        Assert.True(dialled[1] - dialled[0] >= TimeSpan.FromHours(1), $"dialled {string.Join(", ", dialled)}");
    }

    [Fact]
    public void OnCallListAndGroup_WhoeverIsOnCallThenIsRungUpInTurn()
    {
        EmployeeId ivan = EmployeeId.Parse("ivan"), petr = EmployeeId.Parse("petr");
        var (list, group) = (OnCallListId.Parse("night"), GroupId.Parse("engineers"));
        var office = Start(_office.Definition.Companies[0] with
        {
            Employees = [new Employee(ivan, "Ivan", null, [First]), new Employee(petr, "Petr", null, [Second])],
            OnCallLists =
            [
                new OnCallList(list, "Night") { Default = [petr] },
                new OnCallList(OnCallListId.Parse("nobody"), "Nobody"),
            ],
            Groups = [new EmployeeGroup(group, "Engineers", [ivan, petr])],
            Dispatch =
            [
                new DispatchRule
                {
                    Steps =
                    [
                        new DispatchStep("on-call:nobody") { Channel = "voice" },
                        new DispatchStep("on-call:night") { Channel = "voice", After = TimeSpan.FromMinutes(5) },
                        new DispatchStep("group:engineers") { Channel = "voice", After = TimeSpan.FromMinutes(10) },
                    ],
                },
            ],
        });
        Phone(First, SimulatedPhone.Busy, office);
        Phone(Second, SimulatedPhone.Busy, office);
        TakeMessage(office);
        office.World.RunFor(TimeSpan.FromMinutes(20));
        Assert.Equal([(Second, 5), (First, 15), (Second, 15)], _rung.Take(3));
    }

    [Fact]
    public void OnlyListsWithNobody_MessageGoesAsWithoutARule()
    {
        var office = Start(_office.Definition.Companies[0] with
        {
            MessagesTo = "office@fox.example",
            OnCallLists = [new OnCallList(OnCallListId.Parse("nobody"), "Nobody")],
            Dispatch = [new DispatchRule { Steps = [new DispatchStep("on-call:nobody") { Channel = "voice" }] }],
        });
        TakeMessage(office);
        Assert.Equal("office@fox.example", Assert.Single(office.World.Run(() => office.Journal.Outbox.ReadAsync(office.Call().Id, CancellationToken.None))).Recipient);
    }

    [Fact]
    public void AcknowledgedByAnother_WhileItRings_RingsNoMoreAndNobodyElseIsRungUp()
    {
        Phone(First, SimulatedPhone.NeverAnswers);
        var message = TakeMessage();
        _office.World.RunUntil(() => Told() is { State: LegState.Ringing }, TimeSpan.FromMinutes(1));
        var leg = Told()!.Leg;
        _office.World.Run(() => _office.Office.Messages.AcknowledgeAsync(message, "olga"));
        _office.World.RunFor(TimeSpan.FromSeconds(1));
        Assert.True(_office.Pbx.FindParty(leg)!.IsGone);
        _office.World.RunFor(TimeSpan.FromHours(1));
        Assert.Equal([(First, 0)], _rung);
        Assert.Contains("acknowledged", Assert.Single(Attempts(new DeliveryId(message, 1))).Attempt.Detail, StringComparison.Ordinal);
        Assert.Equal(("olga", AcknowledgementMethod.Operator), Acknowledgement(message));
        Assert.DoesNotContain(States(message), s => s is DeliveryState.Pending or DeliveryState.Failed);
    }

    [Fact]
    public void AcknowledgedByAnother_WhileSomebodyListens_LetsThemHearItOut()
    {
        Phone(First, Answers("1") with { PressesAfter = TimeSpan.FromSeconds(20) });
        var message = TakeMessage();
        _office.World.RunUntil(() => Told() is { State: LegState.Up }, TimeSpan.FromMinutes(2));
        _office.World.RunFor(TimeSpan.FromSeconds(1));
        _office.World.Run(() => _office.Office.Messages.AcknowledgeAsync(message, "olga"));
        _office.World.RunFor(TimeSpan.FromSeconds(10));
        Assert.Equal(LegState.Up, Told()?.State);
    }

    private SimulatedOffice Start(CompanyDefinition company)
    {
        var office = new SimulatedOffice(definition: new OfficeDefinition([company], _office.Definition.Operators));
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        office.StartHost();
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        return office;
    }

    [Fact]
    public void NoNumber_IsGivenUpWithTheReason()
    {
        var channel = _office.World.Run(() => Task.FromResult(true));
        Assert.True(channel);
        var rule = new DispatchRule { Steps = [new DispatchStep("boss@fox.example") { Channel = "voice" }] };
        var office = new SimulatedOffice(definition: new OfficeDefinition(
            [_office.Definition.Companies[0] with { Dispatch = [rule] }], _office.Definition.Operators));
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        office.StartHost();
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var message = TakeMessage(office);
        office.World.RunFor(TimeSpan.FromMinutes(1));
        var delivery = Assert.Single(office.World.Run(() => office.Journal.Outbox.ReadAsync(office.Call().Id, CancellationToken.None)));
        Assert.Equal((message, DeliveryState.Failed), (delivery.Id.Message, delivery.State));
        Assert.Contains("'boss@fox.example' is no phone number", delivery.LastError, StringComparison.Ordinal);
    }

    private static SimulatedPhone Answers(string presses) => SimulatedPhone.Answers(TimeSpan.FromSeconds(5)) with { Presses = presses, PressesAfter = TimeSpan.FromSeconds(4) };

    private SimulatedParty? Told() => _office.Pbx.Parties.FirstOrDefault(p => p.Tag is { Role: LegRole.Recipient });

    private void Phone(PhoneNumber number, SimulatedPhone phone, SimulatedOffice? other = null) => (other ?? _office).Pbx.SetPhone(new NumberTarget(number), () =>
    {
        _rung.Add((number, (int)((other ?? _office).Now - _toldAt).TotalMinutes));
        return phone;
    });

    private MessageId TakeMessage(SimulatedOffice? other = null)
    {
        var office = other ?? _office;
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "+79215550101");
        office.RunUntilStage(CallStage.Conversation);
        var message = office.World.Run(() => office.Office.Calls.TakeMessageAsync(office.Call().Id, new MessageDraft(null, [new MessageField("text", "call me")])));
        _toldAt = office.Now;
        caller.HangUp();
        return message.Id;
    }

    private (string Who, AcknowledgementMethod Method)? Acknowledgement(MessageId message) =>
        _office.World.Run(() => _office.Office.Messages.FindAcknowledgementAsync(message)) is { } found ? (found.Who, found.Method) : null;

    private IEnumerable<DeliveryState> States(MessageId message) =>
        _office.World.Run(() => _office.Journal.Outbox.ReadAsync(_office.Call().Id, CancellationToken.None)).Where(d => d.Id.Message == message).Select(d => d.State);

    private IReadOnlyList<RecordedAttempt> Attempts(DeliveryId delivery) => _office.World.Run(() => _office.Office.Messages.ListAttemptsAsync(delivery));
}
