using System.Globalization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Queues;

/// <summary>Why a call is offered to an operator, or to nobody: everybody assigned to its company, and what speaks against each.</summary>
/// <param name="Call">The call.</param>
/// <param name="Company">Whose operators it waits for.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Waited">How long it has been in line.</param>
/// <param name="Strategy">The strategy that says which free operator is asked first.</param>
/// <param name="Chosen">Whom it is offered to; null for nobody.</param>
/// <param name="ChosenIdle">How long the chosen operator had been idle; null when not known.</param>
/// <param name="Skipped">The other operators of the company, each with the reason, in the order they were assigned.</param>
public sealed record RoutingExplanation(
    CallId Call,
    CompanyId Company,
    DateTimeOffset At,
    TimeSpan Waited,
    string Strategy,
    OperatorId? Chosen,
    TimeSpan? ChosenIdle,
    IReadOnlyList<SkippedOperator> Skipped)
{
    /// <summary>The explanation in one line.</summary>
    public override string ToString()
    {
        var chosen = (Chosen, ChosenIdle) switch
        {
            (null, _) => "nobody",
            ({ } op, { } idle) => string.Create(CultureInfo.InvariantCulture, $"{op}, idle {idle.TotalSeconds:F0} s ({Strategy})"),
            ({ } op, null) => $"{op} ({Strategy})",
        };
        var skipped = Skipped.Count == 0 ? "" : $"; skipped: {string.Join(", ", Skipped.Select(s => $"{s.Operator} ({s.Reason})"))}";
        return string.Create(CultureInfo.InvariantCulture, $"call {Call} of {Company}, in line for {Waited.TotalSeconds:F0} s: {chosen}{skipped}");
    }
}
