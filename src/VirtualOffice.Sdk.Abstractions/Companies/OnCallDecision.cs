namespace VirtualOffice.Sdk.Companies;

/// <summary>Who is on call at an instant, and why.</summary>
/// <param name="Who">Who, in the order in which they are dialled; nobody for a gap.</param>
/// <param name="Rule">The rule that says so, in words.</param>
/// <param name="ChangesAt">When another rule or turn counts, in the company's time; null for never.</param>
public sealed record OnCallDecision(IReadOnlyList<Employee> Who, string Rule, DateTimeOffset? ChangesAt);
