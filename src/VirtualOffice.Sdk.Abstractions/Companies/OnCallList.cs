namespace VirtualOffice.Sdk.Companies;

/// <summary>Says who is on call when. The shortest entry that covers an instant counts, of two alike the first; then the rotation; then the default.</summary>
/// <param name="Id">The id, unique among the company's on-call lists.</param>
/// <param name="Name">The name.</param>
public sealed record OnCallList(OnCallListId Id, string Name)
{
    /// <summary>Times for which people are named.</summary>
    public IReadOnlyList<OnCallEntry> Entries { get; init => field = value ?? []; } = [];

    /// <summary>People who are on call by turns; null for none.</summary>
    public OnCallRotation? Rotation { get; init; }

    /// <summary>Who is on call when nobody else is, in the order in which they are dialled.</summary>
    public IReadOnlyList<EmployeeId> Default { get; init => field = value ?? []; } = [];
}
