namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>A line of the report. Smaller is better everywhere.</summary>
/// <param name="Goal">The goal it belongs to, such as "1".</param>
/// <param name="What">What is compared.</param>
/// <param name="Ours">Ours, with its unit.</param>
/// <param name="Baseline">The baseline, with its unit.</param>
/// <param name="Value">What the goal is about.</param>
/// <param name="Bytes">Bytes allocated for each event of ours, if counted.</param>
/// <param name="Must">The most the value may be; null for a line that only informs.</param>
/// <param name="Reach">What the value should reach.</param>
internal sealed record RaceRow(string Goal, string What, string Ours, string Baseline, double Value, double? Bytes = null, double? Must = null, double? Reach = null)
{
    public bool IsMissed => Value > Must;

    public string Verdict => Must is null ? "" : IsMissed ? "MISSED" : Value > Reach ? "met" : "reached";
}
