using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// Writes one call's journal and folds what is durable into the call's record. A store that is away is asked again until it is back: the caller
/// goes on hearing what the PBX plays. An append of unknown result is looked up before it is repeated.
/// </summary>
internal sealed partial class CallJournalWriter(CallRecord record, CallServices services)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();

    /// <summary>All that is durable of the call; null when an earlier run of the host began it, and the store alone has all.</summary>
    private readonly List<CallEvent>? _durable = record.Version == 0 ? [] : null;

    /// <summary>The call as far as it is durable, for whoever is not the call itself: what has been told of it is in it. Null when the store must be asked. Safe for concurrent use.</summary>
    public CallRecord? Copy()
    {
        CallEvent[] events;
        lock (_gate)
        {
            events = _durable?.ToArray() ?? [];
        }

        return events.Length == 0 ? null : CallRecord.Fold(record.Id, events);
    }

    public async Task AppendAsync(
        IReadOnlyList<CallEvent> events,
        IReadOnlyList<MessageDelivery> deliveries,
        IReadOnlyList<ProcessedCommand> commands,
        CancellationToken cancellationToken)
    {
        var append = new JournalAppend(record.Id, record.Version, events, deliveries) { Commands = commands };
        var uncertain = false;
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await services.Journal.AppendAsync(append, cancellationToken);
                break;
            }
            catch (StoreUnavailableException e)
            {
                uncertain = true;
                LogJournalAway(services.Logger, record.Id, e);
            }
            catch (JournalConflictException e) when (uncertain)
            {
                // The look-up may meet a store that is away again: then the whole is tried again.
                switch (await WasWrittenAsync(append, cancellationToken))
                {
                    case true:
                        Fold(events);
                        return;
                    case false:
                        ExceptionDispatchInfo.Throw(e);
                        break;
                }
            }

            await Task.Delay(pause, services.Runtime.Clock, cancellationToken);
        }

        Fold(events);
    }

    private void Fold(IReadOnlyList<CallEvent> events)
    {
        lock (_gate)
        {
            _durable?.AddRange(events);
        }

        foreach (var callEvent in events)
        {
            record.Apply(callEvent);
            services.Instruments.Journaled(record, callEvent);
            services.Events.Publish(new CallJournaled(record.Id, record.Version, callEvent));
        }
    }

    /// <summary>Whether the journal has exactly this append; null when it cannot be asked.</summary>
    private async Task<bool?> WasWrittenAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        try
        {
            var history = await services.Journal.ReadAsync(append.Call, cancellationToken);
            return history?.Events.Count == append.ExpectedVersion + append.Events.Count && JournalComparison.Contains(history, append);
        }
        catch (StoreUnavailableException e)
        {
            LogJournalAway(services.Logger, record.Id, e);
            return null;
        }
    }

    [LoggerMessage(1010, LogLevel.Error, "Call {Call}: the journal is away; the call goes on and the entry is tried again")]
    private static partial void LogJournalAway(ILogger logger, CallId call, Exception exception);
}
