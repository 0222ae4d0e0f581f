using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>The day's calls by interval, for a company or the whole office.</summary>
internal sealed class DayStatistics(IVirtualOffice office, DayCalls calls, OfficeRuntime runtime)
{
    private static readonly int[] Lengths = [5, 10, 15, 30, 60];

    /// <exception cref="BadHttpRequestException">The request is not valid.</exception>
    public async Task<StatisticsView> CountAsync(CompanyId? company, StatisticsRequest request, CancellationToken cancellationToken)
    {
        var now = runtime.Clock.GetUtcNow();
        var minutes = request.Minutes ?? 15;
        if (!Lengths.Contains(minutes))
        {
            throw new BadHttpRequestException($"'minutes' is {minutes}; allowed is {string.Join(", ", Lengths)}.");
        }

        var from = request.From?.ToUniversalTime() ?? new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (from > now || from < now - DayCalls.Reach)
        {
            throw new BadHttpRequestException($"'from' is {from:O}; allowed is a time within the last {DayCalls.Reach.TotalHours:0} hours. Calls of earlier days are found by searching them.");
        }

        var queues = (await office.Queues.ListAsync(cancellationToken)).Where(q => company is null || q.Company == company).ToList();
        var threshold = queues is [var first, ..] ? first.Recent.Threshold : TimeSpan.FromSeconds(20);
        var offered = (await calls.ListAsync(cancellationToken)).Where(c => company is null || c.Company == company);
        return new StatisticsView(
            company?.Value, now, from, minutes, threshold.TotalSeconds, queues.Sum(q => q.Waiting), IntervalTally.Count(offered, from, now, TimeSpan.FromMinutes(minutes), threshold));
    }
}
