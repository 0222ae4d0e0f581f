using System.Diagnostics;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Runs many seeds on all cores: one world a thread, and worlds share nothing.</summary>
internal static class SeedBatch
{
    /// <param name="from">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="onFailure">Hears of a failed seed at once, from any thread.</param>
    /// <param name="stopAtFirst">Whether no more seeds are begun after a failure.</param>
    public static SimulationReport Run(int from, int count, Action<SeedResult>? onFailure = null, bool stopAtFirst = false)
    {
        var results = new List<SeedResult>(count);
        var next = from - 1;
        var clock = Stopwatch.StartNew();
        var failed = 0;

        void Work()
        {
            while (Interlocked.Increment(ref next) is var seed && seed < from + count && !(stopAtFirst && Volatile.Read(ref failed) == 1))
            {
                var result = SeedResult.Of(seed);
                lock (results)
                {
                    results.Add(result);
                }

                if (result.Failure is not null)
                {
                    Volatile.Write(ref failed, 1);
                    onFailure?.Invoke(result);
                }
            }
        }

        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(i => new Thread(Work) { Name = $"Seeds {i}", IsBackground = true }).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return new SimulationReport([.. results.OrderBy(r => r.Seed)], clock.Elapsed);
    }
}
