using System.Globalization;
using System.Text;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>What was measured, as a page.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    public void Title(string title) => _text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| | |\n|---|---:|\n");

    public void Row(string what, string value)
    {
        _text.Append(CultureInfo.InvariantCulture, $"| {what} | {value} |\n");
        Console.Error.WriteLine($"{what}: {value}");
    }

    public void Times(string what, IReadOnlyList<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        Row(
            string.Create(CultureInfo.InvariantCulture, $"{what}: p50 / p95 / p99, {sorted.Count} measured"),
            sorted.Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Part(sorted, .5):F1} / {Part(sorted, .95):F1} / {Part(sorted, .99):F1} ms"));
    }

    public override string ToString() => _text.ToString();

    private static double Part(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
}
