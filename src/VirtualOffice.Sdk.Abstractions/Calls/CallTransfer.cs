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
    TransferResult? Result = null);
