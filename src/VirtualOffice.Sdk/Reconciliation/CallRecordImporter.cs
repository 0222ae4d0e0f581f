using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Reconciliation;

/// <summary>
/// Accounts for calls the office never saw: reads the PBX's own call records, and journals each call that is not in the journal. It can be killed at any moment:
/// a call's id is made from its leg, so that importing it again finds it there.
/// </summary>
internal sealed partial class CallRecordImporter(
    string pbx,
    IPbxCallRecords records,
    MissedCallWriter writer,
    ICallIndex index,
    IBookmarkStore bookmarks,
    CallDirectory calls,
    Func<bool> isJournalBehind,
    ILogger<CallRecordImporter> logger)
{
    private const int Batch = 200;

    private string BookmarkName => $"call-records/{pbx}";

    /// <exception cref="TelephonyException">The PBX does not answer.</exception>
    /// <exception cref="StoreUnavailableException">A store is away.</exception>
    public async Task ImportAsync(CancellationToken cancellationToken)
    {
        var bookmark = await bookmarks.ReadAsync(BookmarkName, cancellationToken);
        var batch = new List<PbxCallRecord>(Batch);
        await foreach (var record in records.ReadCallRecordsAsync(bookmark, cancellationToken))
        {
            batch.Add(record);
            if (batch.Count == Batch)
            {
                await ImportAsync(batch, cancellationToken);
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            await ImportAsync(batch, cancellationToken);
        }
    }

    private async Task ImportAsync(List<PbxCallRecord> batch, CancellationToken cancellationToken)
    {
        var known = await index.FindCallerLegsAsync([.. batch.Select(r => r.Leg)], cancellationToken);
        foreach (var record in batch)
        {
            if (known.Contains(record.Leg) || calls.FindByLeg(record.Leg) is not null)
            {
                continue;
            }

            if (isJournalBehind())
            {
                throw new StoreUnavailableException("Entries wait in the emergency spool; which calls are missing cannot be told before they are in the database.");
            }

            var outcome = await writer.WriteAsync(record, cancellationToken);
            LogImported(logger, pbx, record.Leg, outcome);
        }

        await bookmarks.SaveAsync(BookmarkName, batch[^1].Bookmark, cancellationToken);
    }

    [LoggerMessage(1213, LogLevel.Warning, "PBX {Pbx} had a call that the office never saw, on leg {Leg}: {Outcome}")]
    private static partial void LogImported(ILogger logger, string pbx, LegId leg, CallOutcomeKind outcome);
}
