namespace VirtualOffice.Sdk.Companies;

/// <summary>What there is to know of a draft before it is published.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="InForce">The version in force; null when there is none.</param>
/// <param name="Problems">What is wrong in it, one sentence each, with where; it can be published when this is empty.</param>
/// <param name="Changes">What it changes of the version in force, in words.</param>
public sealed record DraftReview(CompanyDraft Draft, string? InForce, IReadOnlyList<string> Problems, IReadOnlyList<string> Changes)
{
    /// <summary>Whether something else was published since the draft was begun: look at <see cref="Changes"/>, then save it based on <see cref="InForce"/>.</summary>
    public bool IsOutdated => InForce != Draft.BasedOn;
}
