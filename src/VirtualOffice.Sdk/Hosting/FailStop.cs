using Microsoft.Extensions.Logging;

namespace VirtualOffice.Sdk;

/// <summary>
/// The office's emergency stop, for when nothing can be kept any more: it lets go of its PBXs, whose fallback takes the callers from then on.
/// Conversations go on there. Safe for concurrent use; only the first trigger counts.
/// </summary>
internal sealed partial class FailStop(ILogger<FailStop> logger)
{
    private string? _reason;
    private Action<string>? _stop;

    /// <summary>Why the office has stopped itself; null when it has not.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>Sets what is done; called once, before anything runs.</summary>
    public void Attach(Action<string> stop) => _stop = stop;

    public void Trigger(string reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
        {
            LogStopped(logger, reason);
            _stop?.Invoke(reason);
        }
    }

    [LoggerMessage(1506, LogLevel.Critical, "The office stops itself: {Reason}")]
    private static partial void LogStopped(ILogger logger, string reason);
}
