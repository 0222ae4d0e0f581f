namespace VirtualOffice.Sdk.Companies;

/// <summary>A greeting for calls that fulfil all its conditions. Of several that fit a call the narrowest is taken, whole: its text and its prompt.</summary>
/// <param name="Greeting">The greeting.</param>
/// <remarks>
/// The narrowest is the one with the most conditions; of two with as many, the one with a call type, then with dates, then with hours, then with a language;
/// then the one whose dates are fewer or whose language is said more exactly; then the first.
/// </remarks>
public sealed record GreetingRule(Greeting Greeting)
{
    /// <summary>Only for callers who call for this; null for everybody.</summary>
    public CallTypeId? CallType { get; init; }

    /// <summary>Only for callers of this language; <c>en</c> is for <c>en-GB</c> too. Null for everybody.</summary>
    public string? Language { get; init; }

    /// <summary>Only then.</summary>
    public Validity Valid { get; init => field = value ?? Validity.Always; } = Validity.Always;

    /// <summary>Only in these hours of the week, in the company's time; null for always.</summary>
    public WeeklyHours? Hours { get; init; }
}
