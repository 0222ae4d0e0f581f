namespace VirtualOffice.Sdk.Companies;

/// <summary>How a call is greeted, and why.</summary>
/// <param name="Greeting">The greeting.</param>
/// <param name="Rule">The rule that says so, in words; <see cref="Usual"/> for the company's usual greeting.</param>
public sealed record GreetingDecision(Greeting Greeting, string Rule)
{
    /// <summary>The rule of a call that no other fits.</summary>
    public const string Usual = "the usual greeting";
}
