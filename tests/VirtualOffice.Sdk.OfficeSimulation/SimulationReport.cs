using System.Globalization;
using System.Text;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What came of many seeds.</summary>
internal sealed class SimulationReport
{
    public SimulationReport(IReadOnlyList<SeedResult> results, TimeSpan elapsed)
    {
        (Results, Elapsed) = (results, elapsed);
        foreach (var result in results)
        {
            Calls += result.Outcomes.Count;
            Crashes += result.Crashes;
            foreach (var outcome in result.Outcomes.OfType<CallOutcomeKind>())
            {
                Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
            }

            foreach (var (kind, count) in result.Faults)
            {
                Faults[kind] = Faults.GetValueOrDefault(kind) + count;
            }
        }
    }

    public IReadOnlyList<SeedResult> Results { get; }

    public TimeSpan Elapsed { get; }

    public int Calls { get; }

    public int Crashes { get; }

    public SortedDictionary<CallOutcomeKind, int> Outcomes { get; } = [];

    public SortedDictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    public IEnumerable<SeedResult> Failures => Results.Where(r => r.Failure is not null);

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Results.Count} seeds in {Elapsed.TotalSeconds:F1} s, {Results.Count / Elapsed.TotalSeconds:F1} seeds/s on {Environment.ProcessorCount} cores");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Calls} calls: {string.Join(", ", Outcomes.Select(o => $"{o.Key} {o.Value}"))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Faults.Values.Sum()} faults: {string.Join(", ", Faults.Select(f => $"{f.Key} {f.Value}"))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Crashes} host crashes");
        var failures = Failures.ToList();
        text.Append(CultureInfo.InvariantCulture, $"{failures.Count} violations");
        foreach (var kind in failures.GroupBy(f => f.Violated).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {kind.Key}: seeds {string.Join(", ", kind.Select(f => f.Seed))}");
        }

        return text.ToString();
    }
}
