namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What a run is to be; equal plans give equal runs.</summary>
/// <param name="Seed">Where all chance comes from.</param>
/// <param name="Callers">How many call.</param>
/// <param name="Crashes">When the host is killed.</param>
/// <param name="Faults">How likely something goes wrong in each step, from 0 to 1.</param>
internal sealed record RunPlan(int Seed, int Callers, CrashPlan Crashes, double Faults)
{
    /// <summary>Every fourth run has few faults, so that what must hold in calm is looked at in calm.</summary>
    public static RunPlan Of(int seed) => new(seed, 8 + (seed % 9), CrashPlan.Random(seed), (seed % 4) switch { 0 => 0.05, 1 => 0.2, _ => 0.5 });

    /// <summary>A short run without any fault but the crashes given.</summary>
    public static RunPlan WithCrashes(int seed, CrashPlan crashes) => new(seed, 6, crashes, 0);
}
