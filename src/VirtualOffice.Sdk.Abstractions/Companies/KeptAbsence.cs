namespace VirtualOffice.Sdk.Companies;

/// <summary>An absence that was set while the office runs, as it is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Company">The company.</param>
/// <param name="Absence">Who is away, and when.</param>
/// <param name="SetAt">When it was set, UTC.</param>
/// <param name="SetBy">Who set it; null when nobody said.</param>
public sealed record KeptAbsence(AbsenceId Id, CompanyId Company, Absence Absence, DateTimeOffset SetAt, string? SetBy)
{
    /// <summary>When it was taken back, UTC; null when it was not.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
