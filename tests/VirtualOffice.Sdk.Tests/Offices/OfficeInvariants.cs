using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>What must hold at every moment, and what must hold when everything is over.</summary>
internal sealed class OfficeInvariants(SimulatedOffice office, JournalWatch watch, OfficeOptions options)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestIdleness = TimeSpan.FromSeconds(3);

    private DateTimeOffset Now => office.World.Clock.GetUtcNow();

    public void Check()
    {
        var parties = office.Pbx.Parties;
        var open = watch.Calls.Where(c => !c.IsClosed).ToList();
        foreach (var caller in parties.Where(p => p.IsCaller))
        {
            NothingAudibleBeforeTheJournal(caller);
        }

        OneCallAnOperator(open);
        foreach (var call in open)
        {
            NumbersInOrder(call);
        }

        NoLegOutlivesItsCall(parties);
        foreach (var legs in parties.Where(p => p.Tag?.Role == LegRole.Employee).GroupBy(p => p.Tag!.Call))
        {
            Assert.True(legs.Count() == 1, $"Call {legs.Key} rings {legs.Count()} numbers at once: {string.Join(", ", legs)}");
        }

        if (!office.Host!.IsKilled && watch.Troubles.IsCalmFor(LongestIdleness * 2))
        {
            NobodyWaitsForAFreeOperator(open);
        }
    }

    public void CheckAtEnd(IReadOnlyList<SimulatedParty> callers)
    {
        Check();
        var calls = office.ReadCalls();
        Assert.Empty(office.Pbx.Parties);
        Assert.Empty(office.Pbx.Bridges);
        Assert.Empty(office.Pbx.Recordings);
        Assert.Equal([], calls.Where(c => c.Outcome is null || !c.IsClosed).Select(c => $"{c.Id} {c.Stage}"));
        Assert.Equal([], calls.Where(c => c.Outcome!.Kind == CallOutcomeKind.FailedInternal).Select(c => $"{c.Id} {c.Outcome!.Stage} {c.Outcome.Detail}"));
        Assert.Equal(watch.Calls.Select(c => (c.Id, c.Version, c.Stage)), calls.Select(c => (c.Id, c.Version, c.Stage)));
        foreach (var call in calls)
        {
            NumbersInOrder(call);
            Assert.All(call.Segments, s => Assert.True(s.To >= s.From));
            Assert.All(call.Recordings, r => Assert.NotEqual(RecordingState.Recording, r.State));
        }

        foreach (var caller in callers)
        {
            NothingAudibleBeforeTheJournal(caller);
            NotLeftInSilence(caller);
        }

        EveryCallerIsAccountedFor(callers, calls);
        LostOnlyByThePbx(calls);
        Assert.DoesNotContain(office.Office.Operators.List(), o => o.State is OperatorState.Offered or OperatorState.OnCall);
        EveryMessageIsDelivered(calls);
    }

    private void NothingAudibleBeforeTheJournal(SimulatedParty caller)
    {
        if (caller.FirstAudibleAt is { } audible)
        {
            Assert.True(watch.ReceivedAt.TryGetValue(caller.Leg, out var durable) && durable <= audible, $"{caller} heard something at {audible:O}, before it was in the journal.");
        }
    }

    private void NotLeftInSilence(SimulatedParty caller)
    {
        foreach (var span in caller.Heard.Where(h => h.Sound.Kind == SoundKind.Silence))
        {
            var silence = watch.Troubles.LongestCalm(span.From, span.To ?? Now);
            Assert.True(silence <= LongestSilence, $"{caller} heard nothing for {silence}, from {span.From:HH:mm:ss.fff} to {span.To:HH:mm:ss.fff}, although nothing was wrong: {Story(caller)}.");
        }
    }

    private void OneCallAnOperator(IEnumerable<CallRecord> calls)
    {
        var busy = new HashSet<OperatorId>();
        foreach (var call in calls.Where(c => c.Outcome is null))
        {
            if ((call.OpenOffer?.Operator ?? (call.OperatorLeg is null ? null : call.Operator)) is { } op)
            {
                Assert.True(busy.Add(op), $"Operator {op} has two live calls.");
                var definition = office.Definition.Operators.Single(o => o.Id == op);
                Assert.Contains(call.Company!.Value, definition.Companies);
            }
        }
    }

    private void NobodyWaitsForAFreeOperator(IEnumerable<CallRecord> calls)
    {
        var free = office.Office.Operators.List().Where(o => o.State == OperatorState.Available && o.Since <= Now - LongestIdleness).ToList();
        foreach (var call in calls.Where(c => c.Stage is CallStage.Ringing or CallStage.Queue && c.StageSince <= Now - LongestIdleness))
        {
            var idle = free.Find(o => o.Definition.Companies.Contains(call.Company!.Value) && !IsExcluded(call, o.Definition.Id));
            Assert.True(idle is null, $"Call {call.Id} waits since {call.StageSince:O} while {idle?.Definition.Id} is free since {idle?.Since:O}; it is {Now:O}.");
        }
    }

    private bool IsExcluded(CallRecord call, OperatorId op) => call.Offers.Any(o => o.Operator == op
        && o.Result is OfferResult.Rejected or OfferResult.Missed or OfferResult.DeviceGone
        && o.EndedAt > Now - options.DeclinePause - LongestIdleness);

    private static void NumbersInOrder(CallRecord call)
    {
        foreach (var transfer in call.Transfers)
        {
            Assert.Equal(transfer.Attempts.Count, transfer.Attempts.Select(a => a.Number).Distinct().Count());
            Assert.True(transfer.Attempts.Count(a => a.Result == AttemptResult.Answered) <= 1);
            for (var i = 1; i < transfer.Attempts.Count; i++)
            {
                Assert.NotNull(transfer.Attempts[i - 1].Result);
                Assert.NotEqual(AttemptResult.Answered, transfer.Attempts[i - 1].Result);
                Assert.True(transfer.Attempts[i].At >= transfer.Attempts[i - 1].EndedAt);
            }
        }
    }

    private void NoLegOutlivesItsCall(IEnumerable<SimulatedParty> parties)
    {
        var ended = watch.Calls.Where(c => c.Outcome is not null).Select(c => c.CallerLeg).ToHashSet();
        var outlived = parties.Where(p => p.Tag is { } tag ? watch.Find(tag.Call)?.Outcome is not null : ended.Contains(p.Leg)).ToList();
        Assert.True(outlived.Count == 0, $"Legs outlive their calls: {string.Join(", ", outlived.Select(p => $"{p} since {p.StartedAt:HH:mm:ss.fff}: {Story(p)}"))}; it is {Now:HH:mm:ss.fff}.");
    }

    /// <summary>What the journal says of the party's call, for messages.</summary>
    private string Story(SimulatedParty party)
    {
        var call = party.Tag?.Call ?? watch.Calls.FirstOrDefault(c => c.CallerLeg == party.Leg)?.Id;
        var history = call is { } id ? office.Journal.ReadAsync(id, CancellationToken.None).GetAwaiter().GetResult() : null;
        return string.Join(", ", history?.Events.Select(e => $"{e.At:HH:mm:ss.fff} {e.GetType().Name}") ?? []);
    }

    private void EveryCallerIsAccountedFor(IReadOnlyList<SimulatedParty> callers, IReadOnlyList<CallRecord> calls)
    {
        var journaled = calls.Select(c => c.CallerLeg).ToHashSet();
        var fallback = office.Pbx.FallbackCalls.Select(f => f.Leg).ToHashSet();
        Assert.Equal(journaled.Count, calls.Count);
        foreach (var caller in callers)
        {
            // Who came and went while no host was there was heard by the PBX alone.
            Assert.True(
                journaled.Contains(caller.Leg) || fallback.Contains(caller.Leg) || caller.FirstAudibleAt is null,
                $"{caller} is in no journal.");
        }
    }

    private void LostOnlyByThePbx(IReadOnlyList<CallRecord> calls)
    {
        if (!watch.Troubles.Counts.ContainsKey("PBX restart"))
        {
            Assert.Equal([], calls.Where(c => c.Outcome!.Kind == CallOutcomeKind.LostByPbx).Select(c => c.Id));
        }
    }

    private void EveryMessageIsDelivered(IReadOnlyList<CallRecord> calls)
    {
        var messages = calls.SelectMany(c => c.Messages).Select(m => m.Id).ToHashSet();
        Assert.All(watch.Acknowledged, m => Assert.Contains(m, messages));
        var delivered = office.Mail.Delivered.Select(n => n.Message.Id).ToHashSet();
        Assert.All(messages, m => Assert.Contains(m, delivered));
        foreach (var call in calls)
        {
            var rows = office.Journal.Outbox.ReadAsync(call.Id, CancellationToken.None).GetAwaiter().GetResult();
            Assert.All(rows, r => Assert.Equal(DeliveryState.Delivered, r.State));
        }
    }
}
