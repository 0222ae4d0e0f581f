using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>The transfers of a <c>transfer</c> or <c>escalate</c> step, one after the other. Each is an entry of the journal, so that none is made twice.</summary>
internal static class ScriptTransfers
{
    /// <summary>Of what the step says the next that was not tried yet; null when all were.</summary>
    public static TransferTarget? NextOf(CallSession call, ScriptStep step) =>
        step.Texts("to").ElementAtOrDefault(call.Record.Transfers.Count - call.Record.Script!.TransfersBefore) is { } to && TransferTarget.TryParse(to, out var target) ? target : null;

    /// <summary>Whether it is the last that the step has.</summary>
    public static bool IsLast(CallSession call, ScriptStep step) =>
        call.Record.Transfers.Count - call.Record.Script!.TransfersBefore >= step.Texts("to").Count - 1;

    /// <summary>Whom a target dials now. Who is away is passed over, and who stands in is dialled in their place: there is nobody to be asked what else to do.</summary>
    public static TransferPlan Plan(CallSession call, CompanyDefinition company, TransferTarget target) =>
        call.Services.Transfers.Plan(company, target, call.Record.Caller.Number, call.Now(), AwayRule.StandIn);

    /// <summary>What is journaled when it starts. A plan that dials nobody has come to its end as soon as it has begun, and says why.</summary>
    public static TransferStarted Start(CallSession call, TransferTarget target, TransferPlan plan, bool leave) =>
        TransferStage.Start(call, new TransferRequest(target) { Leave = leave, IfAway = AwayRule.StandIn }, plan);
}
