namespace VirtualOffice.Sdk.AspNetCore.Statistics.Reports;

/// <summary>What the service of companies was, by days or half hours.</summary>
/// <param name="At">As of when, UTC.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The day after the last.</param>
/// <param name="By">How long an interval is.</param>
/// <param name="ThresholdSeconds">What counts as in time.</param>
/// <param name="Companies">The sums of each company that had calls, by its id.</param>
/// <param name="Intervals">The intervals that had calls, by company and time.</param>
internal sealed record ReportView(DateTimeOffset At, DateOnly From, DateOnly Until, ReportInterval By, double ThresholdSeconds, IReadOnlyList<ReportRow> Companies, IReadOnlyList<ReportRow> Intervals);
