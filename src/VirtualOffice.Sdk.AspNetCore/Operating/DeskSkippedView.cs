using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Somebody, or a number, that is not dialled, and why.</summary>
internal sealed record DeskSkippedView(string? Name, string? Number, SkipReason Reason, string Detail)
{
    public static DeskSkippedView Of(SkippedNumber skipped, CompanyDefinition company) => new(
        skipped.Employee is { } id ? company.FindEmployee(id)?.Name ?? id.Value : null, skipped.Number?.ToString(), skipped.Reason, skipped.Detail);
}
