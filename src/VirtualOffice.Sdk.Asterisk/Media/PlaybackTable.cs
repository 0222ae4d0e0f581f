using System.Collections.Concurrent;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Which leg a running playback is for. A leg's own list is read and written under the leg's lock, which callers hold.</summary>
internal sealed class PlaybackTable
{
    private readonly ConcurrentDictionary<string, AsteriskLeg> _running = new(StringComparer.Ordinal);

    public AsteriskLeg? Find(string playback) => _running.GetValueOrDefault(playback);

    /// <summary>False when it was begun before, also when it is over.</summary>
    public bool Begin(AsteriskLeg leg, string playback)
    {
        if (!leg.Playbacks.TryAdd(playback, LegPlayback.Playing))
        {
            return false;
        }

        _running[playback] = leg;
        return true;
    }

    /// <summary>It never began: the command may be given again.</summary>
    public void Forget(AsteriskLeg leg, string playback)
    {
        leg.Playbacks.Remove(playback);
        _running.TryRemove(playback, out _);
    }

    public static void MarkStopped(AsteriskLeg leg, string playback)
    {
        if (leg.Playbacks.GetValueOrDefault(playback) == LegPlayback.Playing)
        {
            leg.Playbacks[playback] = LegPlayback.Stopped;
        }
    }

    public static IReadOnlyList<string> RunningOf(AsteriskLeg leg) => [.. leg.Playbacks.Where(p => p.Value != LegPlayback.Over).Select(p => p.Key)];

    /// <summary>False when its end was known already. One that an earlier host began ends for the first time here.</summary>
    public bool End(AsteriskLeg leg, string playback, out bool wasStopped)
    {
        _running.TryRemove(playback, out _);
        var isKnown = leg.Playbacks.TryGetValue(playback, out var state);
        leg.Playbacks[playback] = LegPlayback.Over;
        wasStopped = isKnown && state == LegPlayback.Stopped;
        return !isKnown || state != LegPlayback.Over;
    }

    /// <summary>Ends what still runs, and names it.</summary>
    public IReadOnlyList<string> EndAll(AsteriskLeg leg)
    {
        var running = RunningOf(leg);
        foreach (var playback in running)
        {
            End(leg, playback, out _);
        }

        return running;
    }
}
