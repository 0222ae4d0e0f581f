using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A transfer of a call to an employee, with every attempt.</summary>
/// <param name="Number">Its number in the call, from 1.</param>
/// <param name="Employee">To whom.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Attempts">The numbers dialled, in order.</param>
/// <param name="EndedAt">When it ended; null while it goes on.</param>
/// <param name="Result">How it ended; null while it goes on.</param>
public sealed record CallTransfer(
    int Number,
    EmployeeId Employee,
    DateTimeOffset At,
    IReadOnlyList<TransferAttempt> Attempts,
    DateTimeOffset? EndedAt = null,
    TransferResult? Result = null)
{
    /// <summary>How the caller is connected, whatever the employee's plan says; null for as it says.</summary>
    public TransferKind? Kind { get; init; }

    /// <summary>Whether the operator left at once.</summary>
    public bool Leave { get; init; }

    /// <summary>With whom the operator talks, since the employee is on the line; null before.</summary>
    public ConsultWith? Consult { get; init; }
}
