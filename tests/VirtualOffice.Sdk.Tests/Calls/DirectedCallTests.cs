using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>A supervisor gives calls to one operator, or takes them over.</summary>
public sealed class DirectedCallTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedOffice _office = new();
    private SimulatedParty _caller = null!;

    [Fact]
    public void Waiting_OfferedToOneOperator_RingsThereAndNowhereElse()
    {
        Start(olga: SimulatedPhone.NeverAnswers, pavel: SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        Call();
        _office.RunUntilStage(CallStage.Offer);
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        var place = _office.Call().EnqueuedAt;

        Give(SimulatedOffice.Pavel);
        _office.RunUntilStage(CallStage.Conversation);

        Assert.Equal([OfferResult.Withdrawn, OfferResult.Accepted], _office.Call().Offers.Select(o => o.Result!.Value));
        Assert.Equal((SimulatedOffice.Pavel, place), (_office.Call().Operator!.Value, _office.Call().EnqueuedAt));
        Assert.Null(_office.Call().DirectedTo);
        Assert.Equal(OperatorState.Available, _office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    [Fact]
    public void Waiting_OperatorDeclines_GoesToAnybody()
    {
        Start(olga: SimulatedPhone.Answers(2 * Second), pavel: SimulatedPhone.Rejects(Second));
        Call();
        _office.RunUntilStage(CallStage.Queue);
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Break);
        Give(SimulatedOffice.Pavel);
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _office.World.RunFor(2 * Second);
        Assert.Empty(_office.Call().Offers);

        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        _office.RunUntilStage(CallStage.Conversation);
        Assert.Equal([(SimulatedOffice.Pavel, OfferResult.Rejected), (SimulatedOffice.Olga, OfferResult.Accepted)], _office.Call().Offers.Select(o => (o.Operator, o.Result!.Value)));
    }

    [Fact]
    public void Talking_TakenOver_CallerHearsMusicUntilTheOtherAnswersAndTheFirstIsFree()
    {
        Start(olga: SimulatedPhone.Answers(Second), pavel: SimulatedPhone.Answers(3 * Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        Call();
        _office.RunUntilStage(CallStage.Conversation);
        var first = _office.Call().OperatorLeg!.Value;
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);

        Give(SimulatedOffice.Pavel);
        _office.World.RunFor(Second);
        Assert.Equal(SoundKind.Music, _caller.Hears!.Kind);
        Assert.True(_office.Pbx.FindParty(first)!.IsGone);
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);

        Assert.Equal(SimulatedOffice.Pavel, _office.Call().Operator);
        Assert.Equal([_office.Call().OperatorLeg!.Value], _caller.Hears!.Parties);
        Assert.True(_caller.LongestSilence < Second, $"silent for {_caller.LongestSilence}");
        Assert.Equal("rita", _office.World.Run(() => _office.Journal.ReadAsync(_office.Call().Id, CancellationToken.None))!.Events.OfType<CallDirected>().Single().By);
    }

    [Fact]
    public void Talking_HostIsKilledAfterItWasTakenOver_StillGoesToTheOther()
    {
        Start(olga: SimulatedPhone.Answers(Second), pavel: SimulatedPhone.Answers(5 * Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        Call();
        _office.RunUntilStage(CallStage.Conversation);
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        Give(SimulatedOffice.Pavel);
        _office.KillHost();
        _office.StartHost();
        _office.RunUntilStage(CallStage.Conversation, TimeSpan.FromMinutes(2));
        Assert.Equal(SimulatedOffice.Pavel, _office.Call().Operator);
        Assert.Equal(2, _office.Pbx.Parties.Count);
    }

    [Fact]
    public void SameCommandAgain_HasOneEffect()
    {
        Start(olga: SimulatedPhone.NeverAnswers, pavel: SimulatedPhone.NeverAnswers);
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        Call();
        _office.RunUntilStage(CallStage.Offer);
        Give(SimulatedOffice.Olga, CommandId.Parse("give"));
        Give(SimulatedOffice.Olga, CommandId.Parse("give"));
        Assert.Single(_office.World.Run(() => _office.Journal.ReadAsync(_office.Call().Id, CancellationToken.None))!.Events.OfType<CallDirected>());
    }

    [Theory]
    [InlineData("pavel", "offline")]
    [InlineData("nobody", "no operator")]
    public void OperatorWhoCannot_IsRefusedWithTheReason(string op, string why)
    {
        Start(olga: SimulatedPhone.NeverAnswers, pavel: SimulatedPhone.NeverAnswers);
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        Call();
        _office.RunUntilStage(CallStage.Offer);
        var refused = _office.Host!.Start(() => _office.Office.Calls.OfferToAsync(_office.Call().Id, OperatorId.Parse(op), "rita"));
        _office.World.RunUntil(() => refused.IsCompleted, Second);
        var error = Assert.IsType<CallCommandException>(refused.Exception!.InnerException);
        Assert.Equal(CallCommandError.NotAllowed, error.Error);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assign_TooManyOrUnknown_IsExplainedAndOthersCount()
    {
        _office.StartHost();
        var none = _office.World.Run(() => _office.Office.Operators.AssignAsync(SimulatedOffice.Pavel, []));
        Assert.Empty(none.Definition.Companies);
        var again = _office.World.Run(() => _office.Office.Operators.AssignAsync(SimulatedOffice.Pavel, [SimulatedOffice.Fox]));
        Assert.Equal([SimulatedOffice.Fox], again.Definition.Companies);
        Assert.Equal([SimulatedOffice.Fox], _office.Office.Operators.Find(SimulatedOffice.Pavel)!.Definition.Companies);

        foreach (var (companies, why) in new[] { (Enumerable.Range(0, 6).Select(i => CompanyId.Parse($"company-{i}")).ToArray(), "at most 5"), ([CompanyId.Parse("unknown")], "no company 'unknown'") })
        {
            var refused = _office.Host!.Start(() => _office.Office.Operators.AssignAsync(SimulatedOffice.Pavel, companies));
            _office.World.RunUntil(() => refused.IsCompleted, Second);
            Assert.Contains(why, Assert.IsType<ArgumentException>(refused.Exception!.InnerException).Message, StringComparison.Ordinal);
        }
    }

    private void Start(SimulatedPhone olga, SimulatedPhone pavel)
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, olga);
        _office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, pavel);
    }

    private void Call() => _caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);

    private void Give(OperatorId op, CommandId? command = null)
    {
        var done = _office.Host!.Start(() => _office.Office.Calls.OfferToAsync(_office.Call().Id, op, "rita", command));
        _office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        Assert.True(done.IsCompletedSuccessfully, done.Exception?.ToString());
    }
}
