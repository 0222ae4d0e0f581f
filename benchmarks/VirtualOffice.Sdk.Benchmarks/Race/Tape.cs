using VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>What happens, the same for every dispatcher: a prefix that brings the office to the wanted load, then the events that are timed.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Crew">Who serves whom.</param>
/// <param name="Prefix">What comes before the clock starts.</param>
/// <param name="Events">What is timed.</param>
/// <param name="Calls">How many calls it has, those the operators have at first counted.</param>
internal sealed record Tape(string Name, Crew Crew, TapeEvent[] Prefix, TapeEvent[] Events, int Calls)
{
    /// <summary>Virtual time between events: 10 ms.</summary>
    public const long Step = 100_000;

    /// <summary>How much earlier callers of each priority are treated as having come: VIPs strictly first, then two minutes either way.</summary>
    public static long[] HeadStarts { get; } = [1_000_000_000_000_000_000, TimeSpan.TicksPerMinute * 2, 0, TimeSpan.TicksPerMinute * -2];

    public static void Play(Dispatcher dispatcher, ReadOnlySpan<TapeEvent> events, long firstStep)
    {
        var now = firstStep * Step;
        foreach (ref readonly var e in events)
        {
            now += Step;
            switch (e.Kind)
            {
                case TapeKind.Arrive:
                    dispatcher.Arrive(e.Target, e.Company, e.Band, now, e.IsMissed);
                    break;
                case TapeKind.Release:
                    dispatcher.Release(e.Target, now, e.IsMissed);
                    break;
                case TapeKind.ReleaseToWrapUp:
                    dispatcher.ReleaseToWrapUp(e.Target, now);
                    break;
                case TapeKind.EndWrapUp:
                    dispatcher.EndWrapUp(e.Target, now, e.IsMissed);
                    break;
                case TapeKind.EndBreak:
                    dispatcher.EndBreak(e.Target, now, e.IsMissed);
                    break;
                default:
                    dispatcher.Abandon(e.Target, now);
                    break;
            }
        }
    }
}
