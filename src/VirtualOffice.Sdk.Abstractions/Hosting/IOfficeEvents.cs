namespace VirtualOffice.Sdk;

/// <summary>The office's events as a stream.</summary>
public interface IOfficeEvents
{
    /// <summary>
    /// Reads events from now on. Each reader has its own bounded buffer: a slow reader never slows a call, loses the oldest events instead,
    /// and is told so by <see cref="EventsMissed"/>. Events of one call come in the order of its journal.
    /// </summary>
    IAsyncEnumerable<OfficeEvent> ReadAllAsync(CancellationToken cancellationToken = default);
}
