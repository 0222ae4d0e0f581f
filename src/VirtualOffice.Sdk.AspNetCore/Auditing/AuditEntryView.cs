using VirtualOffice.Sdk.Auditing;

namespace VirtualOffice.Sdk.AspNetCore.Auditing;

/// <summary>An entry of the audit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Act">What was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="Role">As what; null when nobody knows.</param>
/// <param name="Address">From where; null when nobody knows.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was refused or failed.</param>
/// <param name="Call">With which call.</param>
/// <param name="Company">Of which company.</param>
/// <param name="Operator">On which operator.</param>
/// <param name="Detail">What else there is to say.</param>
internal sealed record AuditEntryView(
    string Id, DateTimeOffset At, AuditAct Act, string By, string? Role, string? Address, AuditOutcome Outcome, string? Reason, string? Call, string? Company, string? Operator, string? Detail)
{
    public static AuditEntryView Of(AuditEntry entry) => new(
        entry.Id.ToString(), entry.At, entry.Act, entry.By, entry.Role, entry.Address, entry.Outcome, entry.Reason, entry.Call?.ToString(), entry.Company?.Value, entry.Operator?.Value, entry.Detail);
}
