using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A transfer of a call, with every attempt.</summary>
/// <param name="Number">Its number in the call, from 1.</param>
/// <param name="Employee">To which employee; null for a group, an on-call list or a number.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Attempts">The numbers dialled, in order.</param>
/// <param name="EndedAt">When it ended; null while it goes on.</param>
/// <param name="Result">How it ended; null while it goes on.</param>
public sealed record CallTransfer(
    int Number,
    EmployeeId? Employee,
    DateTimeOffset At,
    IReadOnlyList<TransferAttempt> Attempts,
    DateTimeOffset? EndedAt = null,
    TransferResult? Result = null)
{
    /// <summary>To whom.</summary>
    public TransferTarget? Target { get; init; }

    /// <summary>Whom it dials; null for the numbers of the employee, in order.</summary>
    public TransferPlan? Plan { get; init; }

    /// <summary>Who was not dialled, and why, in the order in which that came out.</summary>
    public IReadOnlyList<SkippedNumber> Skipped { get; init; } = [];

    /// <summary>How many steps of the plan were begun.</summary>
    public int StepsBegun { get; init; }

    /// <summary>How the caller is connected, whatever the employee's plan says; null for as it says.</summary>
    public TransferKind? Kind { get; init; }

    /// <summary>Whether the operator left at once.</summary>
    public bool Leave { get; init; }

    /// <summary>The operator's leg, where it was asked for at the phone; null for one asked for at the desk.</summary>
    public LegId? Phone { get; init; }

    /// <summary>The second line of the operator's phone, on which the operator waits for who is called, and talks with them; null for none.</summary>
    public LegId? Line { get; init; }

    /// <summary>With whom the operator talks, since the employee is on the line; null before.</summary>
    public ConsultWith? Consult { get; init; }

    /// <summary>The attempt whose number took the call; null when none did.</summary>
    public TransferAttempt? Taken => Attempts.LastOrDefault(a => a.Result == AttemptResult.Answered);

    internal CallTransfer With(AttemptStarted e)
    {
        var step = e.Step ?? e.Attempt;
        var attempt = new TransferAttempt(e.Number, e.Leg, e.At) { Employee = e.Employee ?? Employee, Step = step };
        return this with { Attempts = [.. Attempts, attempt], StepsBegun = Math.Max(StepsBegun, step) };
    }
}
