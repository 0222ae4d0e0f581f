using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>A call in the list of those found. What came from the caller is untrusted text.</summary>
internal sealed record FoundCallItem(
    string Id, CompanyBadge? Company, string Dialled, string? Caller, string? CallerName, DateTimeOffset ReceivedAt, DateTimeOffset? EndedAt, CallOutcomeKind? Outcome, string? Operator)
{
    public static FoundCallItem Of(CallSummary call, IVirtualOffice office) => new(
        call.Call.ToString(),
        call.Company is { } company ? CompanyBadge.Of(company, office.Companies.Find(company)) : null,
        call.Dialled,
        call.Caller.Number?.ToString() ?? (call.Caller.IsWithheld ? null : call.Caller.Text),
        call.Caller.Name,
        call.ReceivedAt,
        call.EndedAt,
        call.Outcome,
        call.Operator is { } op ? office.Operators.Find(op)?.Definition.Name ?? op.Value : null);
}
