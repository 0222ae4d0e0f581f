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

    private void Phone(PhoneNumber number, SimulatedPhone phone) => _office.Pbx.SetPhone(new NumberTarget(number), () =>
    {
        _rung.Add((number, (int)(_office.Now - _toldAt).TotalMinutes));
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
