using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Statistics.Reports;

/// <summary>Reports of any time, added up from the journal page by page, one report at a time: they must not slow down calls.</summary>
internal sealed class ServiceReports(IVirtualOffice office, ICallIndex index, OfficeRuntime runtime) : IDisposable
{
    private const int PageSize = 500;

    /// <summary>Days begin and end with each company's own midnight, which is at most so far from that of UTC.</summary>
    private static readonly TimeSpan Zones = TimeSpan.FromHours(14);

    /// <summary>A call comes into the queue a while after it was received: it has heard a greeting or followed a script before.</summary>
    private static readonly TimeSpan BeforeQueue = TimeSpan.FromHours(2);

    private readonly SemaphoreSlim _reading = new(1);

    /// <exception cref="Microsoft.AspNetCore.Http.BadHttpRequestException">The request is not valid, or the report too long.</exception>
    public async Task<ReportView> ReadAsync(TenantScope scope, ReportRequest request, CancellationToken cancellationToken)
    {
        var (from, until, by) = request.Checked();
        var queues = await office.Queues.ListAsync(cancellationToken);
        var threshold = queues is [var first, ..] ? first.Recent.Threshold : TimeSpan.FromSeconds(20);
        var tally = new ReportTally(from, until, by, threshold, runtime.Clock.GetUtcNow(), company => office.Companies.Find(company)?.TimeZone ?? TimeZoneInfo.Utc);
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(tally, scope, Midnight(from) - Zones - BeforeQueue, Midnight(until) + Zones, cancellationToken);
        }
        finally
        {
            _reading.Release();
        }

        return tally.View();
    }

    public void Dispose() => _reading.Dispose();

    private static DateTimeOffset Midnight(DateOnly date) => new(date, TimeOnly.MinValue, TimeSpan.Zero);

    private async Task ReadAsync(ReportTally tally, TenantScope scope, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var newest = await index.ListCallsAsync(new CallFilter(scope, Limit: 1) { From = since, Until = until }, cancellationToken);
        if (newest is not [var last] || await office.Calls.FindAsync(last.Call, cancellationToken) is not { } record)
        {
            return;
        }

        Add(tally, record);
        var before = last.Call;
        while (true)
        {
            var page = await office.Calls.ListAsync(new CallQuery(scope, before, PageSize), cancellationToken);
            foreach (var call in page)
            {
                Add(tally, call);
            }

            if (page.Count < PageSize || page[^1].ReceivedAt < since)
            {
                return;
            }

            before = page[^1].Id;
        }
    }

    private static void Add(ReportTally tally, CallRecord record)
    {
        if (OfferedCall.Of(record) is { } offered)
        {
            tally.Add(offered);
        }
    }
}
