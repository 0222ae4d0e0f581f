using System.Globalization;
using System.Text.Json;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>The lines of the race, as a table and as JSON.</summary>
internal sealed class RaceReport(TextWriter output)
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    private readonly List<RaceRow> _rows = [];

    public bool AnyMissed => _rows.Exists(row => row.IsMissed);

    public void Begin()
    {
        output.WriteLine("| Goal | What | Ours | Baseline | Ratio or value | Bytes/event | Must | Reach for | |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
    }

    public void Add(RaceRow row)
    {
        _rows.Add(row);
        output.WriteLine(
            $"| {row.Goal} | {row.What} | {row.Ours} | {row.Baseline} | {Number(row.Value)} | {Number(row.Bytes)} | {Limit(row.Must)} | {Limit(row.Reach)} | {row.Verdict} |");
        output.Flush();
    }

    public void WriteJson(string file) =>
        File.WriteAllText(
            file,
            JsonSerializer.Serialize(
                _rows.Select(row => new { goal = row.Goal, what = row.What, ours = row.Ours, baseline = row.Baseline, value = Math.Round(row.Value, 4), bytes = row.Bytes, must = row.Must, reach = row.Reach, met = !row.IsMissed }),
                s_json) + "\n");

    /// <summary>A number with three digits that count.</summary>
    public static string Number(double? value) => value switch
    {
        null => "",
        0 => "0",
        >= 100 or <= -100 => value.Value.ToString("#,##0", CultureInfo.InvariantCulture),
        < 0.01 and > -0.01 => value.Value.ToString("0.0000", CultureInfo.InvariantCulture),
        < 1 and > -1 => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    public static string Nanoseconds(double ns) => ns < 100_000 ? $"{Number(ns)} ns" : $"{Number(ns / 1_000)} µs";

    private static string Limit(double? value) => value is { } limit ? $"≤ {limit.ToString("0.###", CultureInfo.InvariantCulture)}" : "";
}
