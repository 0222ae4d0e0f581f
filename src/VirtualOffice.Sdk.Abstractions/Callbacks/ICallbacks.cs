using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Callbacks;

/// <summary>The callers who should be called back. Safe for concurrent use.</summary>
public interface ICallbacks
{
    /// <summary>A page of tasks, oldest call first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not 1 to 500.</exception>
    Task<IReadOnlyList<CallbackTask>> ListAsync(CallbackFilter filter, CancellationToken cancellationToken = default);

    /// <summary>
    /// Calls a caller back now: the call waits for an operator with the place it had, and is offered like any other; the caller is dialled as soon as an operator has
    /// accepted it, so that never more people are called than operators are free.
    /// </summary>
    /// <param name="call">The call that left the task.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The call-back; the one under way when there is one.</returns>
    /// <exception cref="CallCommandException">The call left no open task, its company is gone, or the PBX is away.</exception>
    Task<CallId> CallAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Takes a task off the list: the caller was reached, or need not be.</summary>
    /// <param name="call">The call that left the task.</param>
    /// <param name="by">Who dealt with it: 1 to 64 characters.</param>
    /// <param name="note">What came of it: at most 2,000 characters; null for nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the call left no task, or it has ended already.</returns>
    /// <exception cref="ArgumentException"><paramref name="by"/> or <paramref name="note"/> is out of range.</exception>
    Task<bool> EndAsync(CallId call, string by, string? note = null, CancellationToken cancellationToken = default);
}
