using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// Counts, at start, what earlier runs of the host have dialled for the companies whose dial policy limits an hour or a day: their calls of the last day are read from the journal.
/// Beside the office's work, so that it takes calls at once; until a company is read, only what this run dials counts for it.
/// </summary>
internal sealed partial class DialHistory(ICallJournal journal, CompanyDirectory companies, DialLedger ledger, OfficeRuntime runtime, ILogger<DialHistory> logger)
{
    private const int Page = 200;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // A call that came before the day may have been transferred within it.
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(6);

    private readonly DateTimeOffset _startedAt = runtime.Clock.GetUtcNow();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var company in companies.List().Where(c => c.Dialling is { MaxPerHour: not null } or { MaxPerDay: not null }))
        {
            try
            {
                await CountAsync(company.Id, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException e)
            {
                LogNotCounted(logger, company.Id.Value, e);
            }
        }
    }

    private async Task CountAsync(CompanyId company, CancellationToken cancellationToken)
    {
        CallId? before = null;
        while (await journal.ReadPageAsync(new CallQuery(TenantScope.Of(company), before, Page), cancellationToken) is { Count: > 0 } page)
        {
            foreach (var record in page.Select(h => CallRecord.Fold(h.Call, h.Events)))
            {
                // What still rings or talks is counted when the call is taken up.
                foreach (var dialled in record.Transfers.SelectMany(t => t.Attempts).Where(a => a.At < _startedAt && (record.EndedAt is not null || a.Result is not (null or AttemptResult.Answered))))
                {
                    ledger.Remember(company, dialled.Leg, _startedAt - dialled.At);
                }
            }

            if (page.Count < Page || page[^1].Events[0].At < _startedAt - Day - LongestCall)
            {
                return;
            }

            before = page[^1].Call;
        }
    }

    [LoggerMessage(1048, LogLevel.Error, "What was dialled for {Company} before the office was started could not be read; its limits by hour and day count from now")]
    private static partial void LogNotCounted(ILogger logger, string company, Exception exception);
}
