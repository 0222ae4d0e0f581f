using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Tests.Scripts.ScriptedOffice;

namespace VirtualOffice.Sdk.Tests.Scripts;

/// <summary>Scripts that transfer to groups, to whoever is on call, and to numbers, with an operator and without one.</summary>
public sealed class ScriptTransferTests
{
    private const string Taxi = "+78124559999";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly ScriptStep Bye = Step("bye", "hangup");

    [Fact]
    public void Transfer_ToAGroupAllAtOnce_RingsEverybodyAndTheFirstHasTheCall()
    {
        var office = Office("group:all");
        Phones(office, SimulatedPhone.NeverAnswers, SimulatedPhone.Answers(3 * Second, talks: 10 * Second));
        office.Dial();
        var call = office.RunUntilClosed();
        var transfer = Assert.Single(call.Transfers);
        Assert.Equal(TransferTarget.Parse("group:all"), transfer.Target);
        Assert.Equal([SimulatedOffice.AnnaAtWork, BorisAtWork], transfer.Attempts.Select(a => a.Number));
        Assert.Equal(transfer.Attempts[0].At, transfer.Attempts[1].At);
        Assert.Equal((CallOutcomeKind.Transferred, AttemptResult.Answered), (call.Outcome!.Kind, transfer.Attempts[1].Result));
    }

    [Fact]
    public void Transfer_ToAnOnCallList_DialsWhoIsOnCallAndSaysByWhichRule()
    {
        var office = Office("on-call:night");
        Phones(office, SimulatedPhone.Answers(Second), SimulatedPhone.Answers(Second, talks: 10 * Second));
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(BorisAtWork, Assert.Single(Assert.Single(call.Transfers).Attempts).Number);
        Assert.NotNull(call.Transfers[0].Plan!.Rule);
        Assert.Equal(CallOutcomeKind.Transferred, call.Outcome!.Kind);
    }

    [Fact]
    public void Escalate_FromGroupToNumber_EachIsATransferOfItsOwn()
    {
        var office = Office("group:all", $"number:{Taxi}");
        Phones(office, SimulatedPhone.Busy, SimulatedPhone.NeverAnswers);
        office.Office.Pbx.SetPhone(PhoneNumber.Parse(Taxi), SimulatedPhone.Answers(Second, talks: 5 * Second));
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(["group:all", $"number:{Taxi}"], call.Transfers.Select(t => t.Target!.ToString()));
        Assert.Equal(CallOutcomeKind.Transferred, call.Outcome!.Kind);
    }

    [Fact]
    public void Escalate_NobodyIsOnCall_GoesOnAtOnceWithTheNext()
    {
        var office = Office(["on-call:nobody", "anna"], c => c with { OnCallLists = [.. c.OnCallLists, new OnCallList(OnCallListId.Parse("nobody"), "Nobody") { Entries = [Ever("boris")] }], Absences = [Away("boris", null)] });
        Phones(office, SimulatedPhone.Answers(Second, talks: 5 * Second), SimulatedPhone.Answers(Second));
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(TransferResult.Failed, call.Transfers[0].Result);
        Assert.Empty(call.Transfers[0].Attempts);
        Assert.Equal(SkipReason.Away, Assert.Single(call.Transfers[0].Skipped).Reason);
        Assert.Equal(CallOutcomeKind.Transferred, call.Outcome!.Kind);
    }

    [Fact]
    public void Transfer_EmployeeAway_DialsWhoStandsIn()
    {
        var office = Office(["anna"], c => c with { Absences = [Away("anna", "boris")] });
        Phones(office, SimulatedPhone.Answers(Second), SimulatedPhone.Answers(Second, talks: 5 * Second));
        office.Dial();
        Assert.Equal(BorisAtWork, Assert.Single(office.RunUntilClosed().Transfers[0].Attempts).Number);
    }

    [Fact]
    public void Transfer_Guided_ToAGroup_BringsTheCallerBackWhenNobodyAnswers()
    {
        var office = Guided("group:all");
        Phones(office, SimulatedPhone.Busy, SimulatedPhone.Busy);
        ToTheStep(office);
        Assert.Equal("Transfer to Everybody.", office.Office.World.Run(() => office.Office.Office.Calls.ShowScriptAsync(office.Office.Call().Id))!.Text);
        office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        office.RunUntil(() => office.Office.Call() is { Stage: CallStage.Conversation, Transfers: [{ Result: TransferResult.Failed }] });
        Assert.Equal([AttemptResult.Busy, AttemptResult.Busy], office.Office.Call().Transfers[0].Attempts.Select(a => a.Result!.Value));
    }

    [Fact]
    public void Transfer_Guided_NobodyToDial_IsRefusedWithTheReason()
    {
        var office = Guided("anna", c => c with { Absences = [Away("anna", null)] });
        ToTheStep(office);
        var error = Assert.Throws<CallCommandException>(() => office.Do((calls, id) => calls.AdvanceScriptAsync(id)));
        Assert.Equal(CallCommandError.EmployeeAway, error.Error);
        Assert.Empty(office.Office.Call().Transfers);
        Assert.Equal(CallStage.Conversation, office.Office.Call().Stage);
    }

    [Fact]
    public void Escalate_HostCrashesWhileTheGroupRings_NoTransferIsMadeTwice()
    {
        var office = Office("group:all", "on-call:night");
        Phones(office, SimulatedPhone.NeverAnswers, SimulatedPhone.NeverAnswers);
        office.Dial(behaviour: new SimulatedCaller { Message = 4 * Second });
        office.RunUntil(() => office.Office.ReadCalls() is [{ Transfers: [{ Attempts.Count: 2 }] }]);
        office.Office.KillHost();
        office.Office.StartHost();
        var call = office.RunUntilClosed();
        Assert.Equal(["group:all", "on-call:night"], call.Transfers.Select(t => t.Target!.ToString()));
        Assert.All(call.Transfers, t => Assert.Equal(TransferResult.Failed, t.Result));
        Assert.Equal(CallOutcomeKind.MessageTaken, call.Outcome!.Kind);
    }

    private static void Phones(ScriptedOffice office, SimulatedPhone anna, SimulatedPhone boris)
    {
        office.Office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, anna);
        office.Office.Pbx.SetPhone(BorisAtWork, boris);
    }

    private static ScriptedOffice Office(params string[] to) => Office(to, c => c);

    private static ScriptedOffice Office(IReadOnlyList<string> to, Func<CompanyDefinition, CompanyDefinition> change) =>
        new([Of(Step("help", to.Count == 1 ? "transfer" : "escalate").With("to", to), Step("take", "message"), Bye)], change: c => change(People(c)));

    private static ScriptedOffice Guided(string to, Func<CompanyDefinition, CompanyDefinition>? change = null) => new(
        [Of(Step("wait", "queue"), Step("help", "transfer").With("to", to).To("failed", "take"), Step("take", "message"), Bye)],
        change: c => change is null ? People(c) : change(People(c)));

    private static void ToTheStep(ScriptedOffice office)
    {
        office.Office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Dial();
        office.RunUntilStage(CallStage.Conversation);
        office.RunUntil(() => office.Office.Call().Script?.Step == "help");
    }

    private static CompanyDefinition People(CompanyDefinition company) => company with
    {
        Dialling = new DialPolicy { Allow = ["7812455"] },
        Groups = [new EmployeeGroup(GroupId.Parse("all"), "Everybody", [SimulatedOffice.Anna, Boris]) { Ring = GroupRing.AllAtOnce }],
        OnCallLists = [new OnCallList(OnCallListId.Parse("night"), "Night") { Default = [Boris] }],
    };

    private static OnCallEntry Ever(string who) => new(DateTime.MinValue, DateTime.MaxValue, [EmployeeId.Parse(who)]);

    private static Absence Away(string who, string? standIn) => new(EmployeeId.Parse(who), AbsenceReason.Ill) { StandIn = standIn is null ? null : EmployeeId.Parse(standIn) };
}
