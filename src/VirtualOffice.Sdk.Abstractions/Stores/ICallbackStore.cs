using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>
/// The call-back tasks. Nobody adds one: the append that ends a call adds or ends them in its transaction, by <see cref="CallbackTask.Of"/> and
/// <see cref="CallbackTask.IsServed"/>, so that none is lost. A call served ends the open tasks of calls received earlier from its number by its company, also when
/// theirs end later; one that is <see cref="CallbackTask.IsAttempt"/> is counted by the task of the call it calls back. Safe for concurrent use.
/// </summary>
public interface ICallbackStore
{
    /// <summary>A page of tasks, ordered by call.</summary>
    Task<IReadOnlyList<CallbackTask>> ListAsync(CallbackFilter filter, CancellationToken cancellationToken);

    /// <summary>The task that a call left; null when it left none.</summary>
    Task<CallbackTask?> FindAsync(CallId call, CancellationToken cancellationToken);

    /// <summary>Ends an open task.</summary>
    /// <returns>False when the call left no task, or it has ended already.</returns>
    Task<bool> EndAsync(CallId call, CallbackEnd end, CancellationToken cancellationToken);

    /// <summary>How many tasks are open.</summary>
    Task<long> CountOpenAsync(CancellationToken cancellationToken);
}
