using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>
/// The durable truth about calls: append-only, gapless, ordered per call. Safe for concurrent use.
/// Everything a task of this interface has completed is durable.
/// </summary>
public interface ICallJournal
{
    /// <summary>Appends events and deliveries, all or none.</summary>
    /// <exception cref="JournalConflictException">The journal does not have the expected version.</exception>
    /// <exception cref="StoreUnavailableException">The store could not do it; whether it was done is not known.</exception>
    Task AppendAsync(JournalAppend append, CancellationToken cancellationToken);

    /// <summary>A call's journal; null when there is no such call.</summary>
    Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken);

    /// <summary>Every call without <see cref="CallClosed"/>, oldest first.</summary>
    IAsyncEnumerable<CallHistory> ReadOpenAsync(CancellationToken cancellationToken);

    /// <summary>A page of calls, newest first.</summary>
    Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken);

    /// <summary>Prepares the store where it needs it (a schema, for example) and verifies that it can write durably. Called at start, and again whenever readiness is asked for.</summary>
    /// <exception cref="StoreUnavailableException">It cannot.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
