using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A number that is still to be dialled.</summary>
internal sealed record DeskPlannedView(string Number, string? Name, ReachKind Kind)
{
    public static DeskPlannedView Of(PlannedNumber planned, CompanyDefinition company) => new(
        planned.Number.Number.ToString(), planned.Employee is { } id ? company.FindEmployee(id)?.Name ?? id.Value : null, planned.Number.Kind);
}
