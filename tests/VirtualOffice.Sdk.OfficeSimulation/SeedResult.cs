using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What came of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Outcomes">The outcome of each call.</param>
/// <param name="Faults">How often each kind of fault was injected.</param>
/// <param name="Crashes">How often the host was killed.</param>
/// <param name="Failure">The first violation, or the error that ended the run; null when all went well.</param>
internal sealed record SeedResult(
    int Seed,
    IReadOnlyList<CallOutcomeKind?> Outcomes,
    IReadOnlyDictionary<string, int> Faults,
    int Crashes,
    Exception? Failure)
{
    public string Violated => (Failure as InvariantViolationException)?.Invariant ?? Failure?.GetType().Name ?? "";

    public static SeedResult Of(int seed)
    {
        var run = new OfficeRun(RunPlan.Of(seed));
        Exception? failure = null;
        try
        {
            run.Run();
        }
        catch (Exception e)
        {
            failure = e;
        }

        return new SeedResult(seed, [.. run.Calls.Select(c => c.Outcome?.Kind)], run.Troubles.Counts, run.Crashes, failure);
    }
}
