namespace VirtualOffice.Sdk.AspNetCore.Auditing;

/// <summary>A page of the audit, newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">What the next page is asked for with, as <c>before</c>; null when there is none.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntryView> Entries, string? Next);
