using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Whom somebody is transferred to, as people call them.</summary>
internal static class TransferNames
{
    public static string? Of(TransferTarget? target, CompanyDefinition? company) => target switch
    {
        null => null,
        { Employee: { } employee } => company?.FindEmployee(employee)?.Name ?? employee.Value,
        { Group: { } group } => company?.FindGroup(group)?.Name ?? group.Value,
        { OnCallList: { } list } => company?.FindOnCallList(list)?.Name ?? list.Value,
        _ => target.Number?.ToString(),
    };
}
