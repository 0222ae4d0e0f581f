namespace VirtualOffice.Sdk.Companies;

/// <summary>A person of a client company.</summary>
/// <param name="Id">The id, unique in the company.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">Where messages go; null when there is no address.</param>
/// <param name="Numbers">The numbers to dial, in this order.</param>
public sealed record Employee(EmployeeId Id, string Name, string? Email, IReadOnlyList<ReachNumber> Numbers)
{
    /// <summary>The department, for a person to read; null when there is none.</summary>
    public string? Department { get; init; }
}
