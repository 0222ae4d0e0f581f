namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>What there is to know of a document before it is published.</summary>
internal sealed record ReviewView(string? InForce, bool IsOutdated, bool CanPublish, IReadOnlyList<ProblemView> Problems, IReadOnlyList<string> Changes);
