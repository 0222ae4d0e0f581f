namespace VirtualOffice.Sdk.Calls;

/// <summary>Whom a transfer dials, and whom not: worked out when it starts, and kept with it.</summary>
/// <param name="Steps">One after the other; the numbers of a step ring at once, and who is first to take the call has it.</param>
/// <param name="Skipped">Who is not dialled, and why.</param>
public sealed record TransferPlan(IReadOnlyList<IReadOnlyList<PlannedNumber>> Steps, IReadOnlyList<SkippedNumber> Skipped)
{
    /// <summary>The rule that named the people, for example which turn of an on-call list; null where none did.</summary>
    public string? Rule { get; init; }
}
