using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What would be done with a call, and why: worked out by the same code that serves calls.</summary>
/// <param name="Company">The company, in the version in force.</param>
/// <param name="At">The instant that was asked for.</param>
/// <param name="Hours">Whether it is open then, by which rule, and until when.</param>
/// <param name="Priority">Before whom the caller is served.</param>
/// <param name="Facts">What is known of the caller.</param>
/// <param name="Refusal">Why the call would be refused; null when it would not.</param>
/// <param name="TakesMessage">Whether the caller would be asked for a voice message though the company is open.</param>
public sealed record CallExplanation(
    CompanyDefinition Company,
    DateTimeOffset At,
    OpeningDecision Hours,
    CallPriority Priority,
    CallerFacts Facts,
    RefusalReason? Refusal,
    bool TakesMessage)
{
    /// <summary>Why the caller would be calling; null when nothing tells.</summary>
    public CallType? CallType { get; init; }

    /// <summary>The script that the call would follow; null for the office's own course.</summary>
    public Script? Script { get; init; }

    /// <summary>Whom transfers would dial: to every employee, group and on-call list of the company.</summary>
    public IReadOnlyList<(TransferTarget Target, TransferPlan Plan)> Transfers { get; init; } = [];

    /// <summary>The explanation line by line, for a person to read.</summary>
    public IEnumerable<string> Lines()
    {
        var local = TimeZoneInfo.ConvertTime(At, Company.TimeZone);
        yield return $"{Company.Name} ({Company.Id}, version {Company.Version}) at {local:yyyy-MM-dd HH:mm zzz}";
        yield return $"hours: {(Hours.IsOpen ? "open" : "closed")}, {Hours.Rule}{(Hours.ChangesAt is { } changes ? $"; {(Hours.IsOpen ? "closes" : "opens")} {changes:yyyy-MM-dd HH:mm}" : "")}";
        yield return $"caller: {Facts.Name ?? "not known"}, priority {Priority}{(Facts.Note is { } note ? $", note: {note}" : "")}{(Facts.IsRedial ? ", calls again: the time waited before counts" : "")}";
        if (CallType is { } type)
        {
            yield return $"call type: {type.Name} ({type.Id})";
        }

        if (Refusal is { } reason)
        {
            yield return $"the call is refused: {reason}";
            yield break;
        }

        if (Script is not null && !TakesMessage)
        {
            yield return $"script: {Script.Name}, from step {Script.Steps[0].Name}";
        }
        else if (!Hours.IsOpen || TakesMessage)
        {
            yield return "the caller is asked for a voice message";
            yield break;
        }

        yield return $"greeting: {Company.Greeting.Text ?? Company.Name}{(Company.Greeting.Prompt is { } prompt ? $", after the prompt {prompt.Name}" : "")}";
        yield return $"queue: {Company.Queue.Strategy}{string.Concat(Company.Queue.Limits.Select(l => $"; {l.When}: {l.Then}"))}";
        foreach (var (target, plan) in Transfers)
        {
            yield return $"transfer to {Name(target)}: {(plan.Rule is { } rule ? $"{rule}: " : "")}{(plan.Steps.Count == 0 ? "nobody to dial, a message" : string.Join(", then ", plan.Steps.Select(Text)))}";
            foreach (var skipped in plan.Skipped)
            {
                yield return $"  not {skipped.Number?.ToString() ?? skipped.Employee?.ToString()}: {skipped.Detail}";
            }
        }
    }

    /// <summary>The explanation for a person to read.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Lines());

    private string Name(TransferTarget target) => target.Kind switch
    {
        TransferTargetKind.Group => $"group {Company.FindGroup(target.Group!.Value)?.Name}",
        TransferTargetKind.OnCall => $"who is on call, {Company.FindOnCallList(target.OnCallList!.Value)?.Name}",
        _ => target.Employee is { } id ? Company.FindEmployee(id)?.Name ?? id.Value : target.ToString(),
    };

    private static string Text(IReadOnlyList<PlannedNumber> step) => string.Join(" and at once ", step.Select(p => Text(p.Number)));

    private static string Text(ReachNumber number) => string.Concat(
        number.Number.ToString(),
        number.Kind == ReachKind.Other ? "" : $" ({number.Kind})",
        number.RingTime is { } ring ? $" for {ring.TotalSeconds:0} s" : "",
        number.Transfer == TransferKind.Warm ? ", warm" : "",
        number.MustAccept ? ", press 1" : "");
}
