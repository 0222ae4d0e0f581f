using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What must hold when everything is over: nothing is left, and the books balance.</summary>
internal sealed class FinalInvariants(SimulatedOffice office, JournalWatch watch, DeliveryWatch deliveries, Troubles troubles, int crashes)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    public void Check(IReadOnlyList<SimulatedParty> callers)
    {
        var calls = office.ReadCalls();
        Must.BeEmpty("I17", office.Pbx.Parties, "Legs are left");
        Must.BeEmpty("I17", office.Pbx.Bridges, "Bridges are left");
        Must.BeEmpty("I12", office.Pbx.Recordings, "Recordings are left at the PBX");
        Must.BeEmpty("I1", calls.Where(c => c.Outcome is null || !c.IsClosed).Select(c => $"{c.Id} {c.Stage}"), "Calls have no outcome or are not closed");
        Must.BeEmpty("I1", calls.Where(c => c.Outcome!.Kind == CallOutcomeKind.FailedInternal).Select(c => $"{c.Id} {c.Outcome!.Stage} {c.Outcome.Detail}"), "The office itself failed");
        Must.BeEmpty("I3", calls.Where(c => watch.Find(c.Id) is not { } seen || (seen.Record.Version, seen.Record.Stage) != (c.Version, c.Stage)).Select(c => c.Id), "Journals do not fold to what was committed");
        Must.Hold("Books", calls.Count == watch.Calls.Count, $"{watch.Calls.Count} calls were committed and {calls.Count} are in the journal.");
        Must.BeEmpty("I15", calls.SelectMany(c => c.Segments.Where(s => s.To is null || s.To < s.From).Select(s => $"{c.Id} {s}")), "Segments do not end, or before they begin");
        Must.BeEmpty("Liveness", office.Office.Operators.List().Where(o => o.State is OperatorState.Offered or OperatorState.OnCall or OperatorState.WrapUp).Select(o => $"{o.Definition.Id} {o.State}"), "Operators are busy with nothing");
        foreach (var caller in callers)
        {
            NothingAudibleBeforeTheJournal(caller);
            NotLeftInSilence(caller);
        }

        EveryCallerIsAccountedFor(callers, calls);
        LostOnlyByThePbx(calls);
        EveryMessageHasItsEnd(calls);
        RecordingsMissOnlyAfterAFault(calls);
        EveryCallerNotServedIsToBeCalledBack(calls);
        Must.BeEmpty("Books", office.World.Run(() => office.Office.DrawUpBooksAsync()).Imbalances, "The office's books do not balance");
    }

    private void EveryCallerNotServedIsToBeCalledBack(IReadOnlyList<CallRecord> calls)
    {
        var tasks = office.ReadCallbacks().ToLookup(t => t.Call);
        Must.BeEmpty("Callback", calls.Where(c => c.CallsBack is not null && tasks[c.Id].Any()).Select(c => c.Id), "Call-backs left tasks of their own");
        foreach (var call in calls.Where(c => c is { CallsBack: null, Company: not null, Caller.Number: not null }))
        {
            var isOwed = call.CallbackPromisedAt is not null || call.Outcome!.Kind is CallOutcomeKind.Abandoned or CallOutcomeKind.LostByPbx or CallOutcomeKind.MissedWhileDown or CallOutcomeKind.CallbackScheduled
                || call.Outcome is { Kind: CallOutcomeKind.Refused, Refusal: RefusalReason.Overload }
                || (call.Outcome!.Kind == CallOutcomeKind.TakenByFallback && call.Messages.Count == 0);
            Must.Hold("Callback", tasks[call.Id].Count() == (isOwed ? 1 : 0), $"Call {call.Id} ended {call.Outcome!.Kind} with {call.Messages.Count} messages and left {tasks[call.Id].Count()} call-back tasks.");
            if (tasks[call.Id].SingleOrDefault() is { End: { By: null } end })
            {
                var again = calls.SingleOrDefault(c => c.Id == end.CalledAgain);
                Must.Hold("Callback", again is { Outcome.Kind: CallOutcomeKind.Completed or CallOutcomeKind.Transferred or CallOutcomeKind.MessageTaken or CallOutcomeKind.InformationGiven or CallOutcomeKind.TakenByFallback }
                    && again.Caller.Number == call.Caller.Number && again.Company == call.Company, $"The caller of {call.Id} counts as served by {end.CalledAgain}, and was not.");
            }
        }
    }

    private void RecordingsMissOnlyAfterAFault(IReadOnlyList<CallRecord> calls)
    {
        if (crashes == 0 && !troubles.Counts.Keys.Any(k => k.StartsWith("command", StringComparison.Ordinal) || k is "PBX restart" or "recording refused" or "network cut"))
        {
            Must.BeEmpty("I12", calls.SelectMany(c => c.Recordings.Where(r => r.State == RecordingState.Missing).Select(r => $"{r.Id} {r.Reason}")), "Recordings are missing although nothing was in their way");
        }
    }

    private void NothingAudibleBeforeTheJournal(SimulatedParty caller)
    {
        if (caller.FirstAudibleAt is { } audible)
        {
            Must.Hold("I2", watch.ReceivedAt.TryGetValue(caller.Leg, out var durable) && durable <= audible, $"{caller} heard something at {audible:O}, before it was in the journal.");
        }
    }

    private void NotLeftInSilence(SimulatedParty caller)
    {
        foreach (var span in caller.Heard.Where(h => h.Sound.Kind == SoundKind.Silence))
        {
            var silence = troubles.LongestWithoutFault(span.From, span.To ?? office.Now);
            Must.Hold("Silence", silence <= LongestSilence, $"{caller} heard nothing for {silence}, from {span.From:HH:mm:ss.fff} to {span.To:HH:mm:ss.fff}, although nothing was wrong.");
        }
    }

    private void EveryCallerIsAccountedFor(IReadOnlyList<SimulatedParty> callers, IReadOnlyList<CallRecord> calls)
    {
        var journaled = calls.Select(c => c.CallerLeg).ToHashSet();
        var fallback = office.Pbx.FallbackCalls.Select(f => f.Leg).ToHashSet();
        Must.Hold("Books", journaled.Count == calls.Count, $"{calls.Count} calls have {journaled.Count} callers.");

        // Who came and went while no host was there was heard by the PBX alone.
        Must.BeEmpty("Books", callers.Where(c => !journaled.Contains(c.Leg) && !fallback.Contains(c.Leg) && c.FirstAudibleAt is not null), "Callers are in no journal");
        journaled.ExceptWith(calls.Where(c => c.CallsBack is not null).Select(c => c.CallerLeg));
        Must.BeEmpty("Books", journaled.Except(callers.Select(c => c.Leg)), "Calls have no caller");
    }

    private void LostOnlyByThePbx(IReadOnlyList<CallRecord> calls)
    {
        if (!troubles.Counts.ContainsKey("PBX restart"))
        {
            Must.BeEmpty("I1", calls.Where(c => c.Outcome!.Kind == CallOutcomeKind.LostByPbx).Select(c => c.Id), "Calls count as lost by a PBX that was never restarted");
        }
    }

    private void EveryMessageHasItsEnd(IReadOnlyList<CallRecord> calls)
    {
        var delivered = office.Mail.Delivered.GroupBy(n => n.Delivery.Id).ToDictionary(g => g.Key, g => g.Count());
        foreach (var call in calls)
        {
            var rows = office.Journal.Outbox.ReadAsync(call.Id, CancellationToken.None).GetAwaiter().GetResult();
            Must.BeEmpty("Books", call.Messages.Where(m => rows.All(r => r.Id.Message != m.Id)).Select(m => m.Id), "Messages have no delivery");
            foreach (var row in rows)
            {
                Must.Hold("Books", call.Messages.Any(m => m.Id == row.Id.Message), $"Delivery {row.Id} is of no message.");
                Must.Hold("Liveness", row.State != DeliveryState.Pending, $"Delivery {row.Id} is pending after {row.Attempts} attempts: {row.LastError}.");
                Must.Hold("I7", row.State != DeliveryState.Failed || deliveries.Refused.Contains(row.Id), $"Delivery {row.Id} was given up, and nobody refused it: {row.LastError}.");
                var times = delivered.GetValueOrDefault(row.Id);
                Must.Hold("I7", row.State != DeliveryState.Delivered || times > 0, $"Delivery {row.Id} counts as delivered and never was.");
                Must.Hold("I7", times <= 1 || deliveries.MayRepeat(row.Id), $"Delivery {row.Id} arrived {times} times though nothing went wrong.");
            }
        }
    }
}
