using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk;

/// <summary>
/// The last 10,000 events of this run of the host, written down, with their order: for programs outside that come back and go on where they were. Who was away longer, or over a restart of the host,
/// is told so by <see cref="MissedType"/> and reads anew what it needs. Safe for concurrent use.
/// </summary>
public interface IEventLog
{
    /// <summary>The type of the entry that says that events before it were missed.</summary>
    const string MissedType = "events.missed";

    /// <summary>The id of the last event; what follows it is read from here on.</summary>
    string Last { get; }

    /// <summary>Reads on from an event, without end. A reader that is too slow never slows a call, and is told what it has missed.</summary>
    /// <param name="after">The id of the last event that the reader has; null for none, so that it reads from now on.</param>
    /// <param name="scope">Whose events: the whole office's, or those of one company that concern it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<EventEntry> ReadAsync(string? after, TenantScope scope, CancellationToken cancellationToken = default);
}
