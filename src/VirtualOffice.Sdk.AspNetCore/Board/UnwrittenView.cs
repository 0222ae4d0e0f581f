using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>What an operator typed of a call, of which a message may still be made, and for whom; a supervisor's.</summary>
internal sealed record UnwrittenView(IReadOnlyDictionary<string, string> Draft, IReadOnlyList<DeskChoiceView> Employees)
{
    /// <summary>Null where no operator had the call, so that there is nothing to be written down.</summary>
    public static UnwrittenView? Of(CallRecord record, CompanyDefinition? company) => record is { Operator: not null } && company is not null
        ? new UnwrittenView(record.Draft, [.. company.Employees.Select(e => new DeskChoiceView(e.Id.Value, e.Name))])
        : null;
}
