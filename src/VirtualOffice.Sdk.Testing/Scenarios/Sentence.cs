using System.Text.RegularExpressions;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A kind of sentence that scenarios are written in.</summary>
/// <param name="Form">How it reads, for whoever wrote another.</param>
/// <param name="Pattern">What is recognised.</param>
/// <param name="Carry">What is done.</param>
internal sealed record Sentence(string Form, Regex Pattern, Action<ScenarioOffice, GroupCollection> Carry)
{
    public static Sentence Of(string form, string pattern, Action<ScenarioOffice, GroupCollection> carry) => new(
        form,
        new Regex($"^(?:{pattern.Replace("<T>", ShortTimes.Pattern, StringComparison.Ordinal)})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)),
        carry);
}
