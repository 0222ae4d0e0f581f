namespace VirtualOffice.Sdk.Companies;

/// <summary>A person of a client company.</summary>
/// <param name="Id">The id, unique in the company.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">Where messages go; null when there is no address.</param>
/// <param name="Numbers">The numbers to dial, in this order.</param>
public sealed record Employee(EmployeeId Id, string Name, string? Email, IReadOnlyList<ReachNumber> Numbers)
{
    /// <summary>The department; null when not said.</summary>
    public string? Department { get; init; }

    /// <summary>How the name is pronounced, in words for operators; null when it needs none.</summary>
    public string? Pronunciation { get; init; }
}
