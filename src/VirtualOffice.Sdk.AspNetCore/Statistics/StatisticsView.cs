namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>A day's calls by interval.</summary>
/// <param name="Company">Whose; null for the whole office.</param>
/// <param name="At">As of when, UTC.</param>
/// <param name="From">When the first interval begins, UTC.</param>
/// <param name="Minutes">How long an interval is.</param>
/// <param name="ThresholdSeconds">What counts as in time.</param>
/// <param name="Waiting">How many callers wait now.</param>
/// <param name="Intervals">The intervals up to now, empty ones among them.</param>
internal sealed record StatisticsView(string? Company, DateTimeOffset At, DateTimeOffset From, int Minutes, double ThresholdSeconds, int Waiting, IReadOnlyList<IntervalView> Intervals);
