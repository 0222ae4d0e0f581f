namespace VirtualOffice.Sdk.Companies;

/// <summary>Whether a company takes calls at an instant, and why.</summary>
/// <param name="IsOpen">Whether it does.</param>
/// <param name="Rule">The rule that says so, in words.</param>
/// <param name="ChangesAt">When that changes next, in the company's time; null when it does not within 400 days.</param>
public sealed record OpeningDecision(bool IsOpen, string Rule, DateTimeOffset? ChangesAt);
