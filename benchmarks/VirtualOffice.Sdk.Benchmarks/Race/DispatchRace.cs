using VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Lets dispatchers play tapes, interleaved, and compares what they decide.</summary>
internal static class DispatchRace
{
    /// <summary>One lap for each tape and contestant: every round plays all of them before the next begins.</summary>
    public static Dictionary<(string Tape, string Contestant), Lap> Run(IReadOnlyList<(Tape Tape, IReadOnlyList<Contestant> Contestants)> heats, int rounds)
    {
        var best = new Dictionary<(string, string), Lap>();
        var checksums = new Dictionary<(string, int), long>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (tape, contestants) in heats)
            {
                foreach (var contestant in contestants)
                {
                    var (lap, checksum) = Play(tape, contestant);
                    var key = (tape.Name, contestant.Name);
                    best[key] = best.TryGetValue(key, out var before) ? lap.Best(before) : lap;
                    if (checksums.TryGetValue((tape.Name, contestant.Events), out var expected) && expected != checksum)
                    {
                        throw new InvalidOperationException($"{contestant.Name} decides otherwise than others did on '{tape.Name}'.");
                    }

                    checksums[(tape.Name, contestant.Events)] = checksum;
                }
            }
        }

        return best;
    }

    /// <summary>Throws unless the contestants decide on the first events as the naive scan does.</summary>
    public static void Verify(Tape tape, int events, Func<Dispatcher> naive, params ReadOnlySpan<Func<Dispatcher>> others)
    {
        var expected = Play(tape, new Contestant("naive scan", naive, events)).Checksum;
        foreach (var other in others)
        {
            var contestant = other();
            if (Play(tape, new Contestant("other", () => contestant, events)).Checksum != expected)
            {
                throw new InvalidOperationException($"{contestant.GetType().Name} decides otherwise than the naive scan on '{tape.Name}'.");
            }
        }
    }

    private static (Lap Lap, long Checksum) Play(Tape tape, Contestant contestant)
    {
        var dispatcher = contestant.Create();
        using var owned = dispatcher as IDisposable;
        dispatcher.Open(tape.Crew, tape.Calls);
        Tape.Play(dispatcher, tape.Prefix, 0);
        var events = tape.Events.AsSpan(0, Math.Min(contestant.Events, tape.Events.Length));

        // What has to grow once, has grown in the first tenth: the prefix has no mishaps.
        var warm = events.Length / 10;
        Tape.Play(dispatcher, events[..warm], tape.Prefix.Length);
        events = events[warm..];
        GC.Collect();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = ProcessorTime.Now;
        Tape.Play(dispatcher, events, tape.Prefix.Length + warm);
        var time = ProcessorTime.Now - start;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return (new Lap(contestant.Name, time.TotalNanoseconds / events.Length, (double)bytes / events.Length), dispatcher.Checksum);
    }
}
