using VirtualOffice.Sdk.OfficeSimulation;

namespace VirtualOffice.Sdk.Tests.Offices;

public sealed class SeededOfficeTests(ITestOutputHelper output)
{
    [Fact]
    public void ManySeeds_WithFaultsOfAllKinds_KeepTheInvariants()
    {
        var report = SeedBatch.Run(1, 2_000, stopAtFirst: true);
        output.WriteLine($"{report}");
        var first = report.Failures.FirstOrDefault();
        Assert.True(first is null, $"Seed {first?.Seed}: {first?.Failure}\nReplay it with: eng/simulate.sh --seed {first?.Seed}");
        Assert.True(report.Outcomes.Count >= 5, "The runs reach too few outcomes to mean anything.");
        Assert.True(report.Faults.Count >= 20, "The runs meet too few kinds of faults to mean anything.");
        Assert.True(report.Crashes > 1_000, "The runs meet too few crashes to mean anything.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryJournalBoundary_CrashBeforeAndAfter_KeepsTheInvariants(int seed)
    {
        var appends = Run(RunPlan.WithCrashes(seed, CrashPlan.None)).Appends;
        for (var append = 1; append <= appends; append++)
        {
            Run(RunPlan.WithCrashes(seed, CrashPlan.Around(append, after: false)));
            Run(RunPlan.WithCrashes(seed, CrashPlan.Around(append, after: true)));
        }

        output.WriteLine($"seed {seed}: {2 * appends} crashes");
    }

    [Fact]
    public void SameSeed_ReplaysExactly()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var once = new OfficeRun(RunPlan.Of(seed)).Run();
            Assert.Equal(once, new OfficeRun(RunPlan.Of(seed)).Run());
            Assert.Equal(once, new OfficeRun(RunPlan.Of(seed), new Timeline(TextWriter.Null)).Run());
        }
    }

    private static OfficeRun Run(RunPlan plan)
    {
        var run = new OfficeRun(plan);
        try
        {
            run.Run();
            return run;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{plan}: {e.Message}\n{string.Join('\n', run.Errors.TakeLast(5))}", e);
        }
    }
}
