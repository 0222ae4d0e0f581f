using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>A call that is up. What came from the caller is untrusted text.</summary>
internal sealed record BoardCallView(
    string Id, CompanyBadge? Company, string Dialled, string? Caller, string? CallerName, CallPriority Priority, CallStage Stage, DateTimeOffset Since, DateTimeOffset ReceivedAt, string? Operator, string? Employee);
