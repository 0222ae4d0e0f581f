using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Tests.Offices;

public sealed class SeededOfficeTests(ITestOutputHelper output)
{
    [Fact]
    public void ManySeeds_WithRandomCrashes_KeepTheInvariants()
    {
        var (calls, crashes) = (0, 0);
        var faults = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var outcomes = new SortedDictionary<CallOutcomeKind, int>();
        for (var seed = 1; seed <= 150; seed++)
        {
            var simulation = Run(seed, 20, RandomPlan(seed));
            calls += simulation.Calls.Count;
            crashes += simulation.Watch.Crashes;
            foreach (var (kind, count) in simulation.Watch.Troubles.Counts)
            {
                faults[kind] = faults.GetValueOrDefault(kind) + count;
            }

            foreach (var call in simulation.Calls)
            {
                outcomes[call.Outcome!.Kind] = outcomes.GetValueOrDefault(call.Outcome.Kind) + 1;
            }
        }

        output.WriteLine($"{calls} calls, {crashes} crashes; {string.Join(", ", outcomes.Select(o => $"{o.Key} {o.Value}"))}");
        output.WriteLine(string.Join(", ", faults.Select(f => $"{f.Key} {f.Value}")));
        Assert.True(outcomes.Count >= 5, "The runs reach too few outcomes to mean anything.");
        Assert.True(crashes > 100);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryJournalBoundary_CrashBeforeAndAfter_KeepsTheInvariants(int seed)
    {
        var appends = Run(seed, 6, CrashPlan.None).Watch.Appends;
        for (var append = 1; append <= appends; append++)
        {
            Run(seed, 6, CrashPlan.Around(append, after: false));
            Run(seed, 6, CrashPlan.Around(append, after: true));
        }

        output.WriteLine($"seed {seed}: {2 * appends} crashes");
    }

    [Fact]
    public void SameSeed_ReplaysExactly()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            Assert.Equal(new OfficeSimulation(seed, 12, RandomPlan(seed)).Run(), new OfficeSimulation(seed, 12, RandomPlan(seed)).Run());
        }
    }

    private static OfficeSimulation Run(int seed, int callers, CrashPlan plan)
    {
        var simulation = new OfficeSimulation(seed, callers, plan);
        try
        {
            simulation.Run();
            return simulation;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {seed}, {callers} callers, faults {simulation.Watch.Troubles}, at {simulation.Watch.Troubles.Times}; crashes before [{string.Join(", ", plan.Before)}] and after [{string.Join(", ", plan.After)}]: {e.Message}\n{string.Join('\n', simulation.Errors.TakeLast(5))}", e);
        }
    }

    internal static OfficeSimulation RunSeed(int seed) => Run(seed, 20, RandomPlan(seed));

    private static CrashPlan RandomPlan(int seed)
    {
        var random = new Random(seed * 7919);
        HashSet<int> Draw() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(1, 200))];
        return new CrashPlan(Draw(), Draw());
    }
}
