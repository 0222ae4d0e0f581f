namespace VirtualOffice.Sdk.Companies;

/// <summary>Employees who take calls together: engineers, a department.</summary>
/// <param name="Id">The id, unique among the company's groups.</param>
/// <param name="Name">The name.</param>
/// <param name="Members">Who belongs to it, in order.</param>
public sealed record EmployeeGroup(GroupId Id, string Name, IReadOnlyList<EmployeeId> Members)
{
    /// <summary>How they are dialled.</summary>
    public GroupRing Ring { get; init; }
}
