using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Strategies;

/// <summary>
/// A host's own strategy, watched: when it throws, or is slow several times, it is retired, and the operator idle the longest is asked first from then on. Calls are given out meanwhile as before.
/// </summary>
internal sealed partial class GuardedStrategy(IRoutingStrategy inner, TimeProvider clock, OfficeInstruments instruments, ILogger<GuardedStrategy> logger) : IRoutingStrategy
{
    /// <summary>A decision takes microseconds; a strategy that holds all of them up for longer is slow.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(2);

    /// <summary>How often it may be: a first call compiles, a collection may come in between.</summary>
    public const int Patience = 10;

    private int _slow;
    private bool _isRetired;

    public string Name => inner.Name;

    public long SortKey(in OperatorFacts facts)
    {
        if (_isRetired)
        {
            return facts.IdleTurn;
        }

        var start = clock.GetTimestamp();
        try
        {
            var key = inner.SortKey(facts);
            if (clock.GetElapsedTime(start) > Limit && ++_slow >= Patience)
            {
                Retire($"it took longer than {Limit.TotalMilliseconds} ms {Patience} times", null);
            }

            return key;
        }
        catch (Exception e)
        {
            Retire("it failed", e);
            return facts.IdleTurn;
        }
    }

    private void Retire(string reason, Exception? exception)
    {
        _isRetired = true;
        LogRetired(logger, Name, reason, exception);
        instruments.Retired(Name);
    }

    [LoggerMessage(1101, LogLevel.Critical, "The routing strategy '{Strategy}' is retired because {Reason}: the operator idle the longest is asked first from now on")]
    private static partial void LogRetired(ILogger logger, string strategy, string reason, Exception? exception);
}
