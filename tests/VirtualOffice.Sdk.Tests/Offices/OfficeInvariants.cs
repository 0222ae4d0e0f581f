using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>What must hold at every moment, and what must hold when everything is over.</summary>
internal sealed class OfficeInvariants(SimulatedOffice office, JournalWatch watch)
{
    public void Check()
    {
        var histories = Histories();
        foreach (var history in histories)
        {
            AtMostOneOutcome(history);
        }

        var calls = office.ReadCalls();
        NothingAudibleBeforeTheJournal();
        OneCallAnOperator(calls);
        foreach (var call in calls)
        {
            NumbersInOrder(call);
            DurationsAreNotNegative(call);
            if (call.Outcome is not null)
            {
                NoLegOutlivesItsCall(call);
            }
        }

        foreach (var legs in office.Pbx.Parties.Where(p => p.Tag?.Role == LegRole.Employee).GroupBy(p => p.Tag!.Call))
        {
            Assert.True(legs.Count() == 1, $"Call {legs.Key} rings {legs.Count()} numbers at once: {string.Join(", ", legs)}");
        }
    }

    public void CheckAtEnd(IReadOnlyList<SimulatedParty> callers)
    {
        Check();
        var calls = office.ReadCalls();
        Assert.Empty(office.Pbx.Parties);
        Assert.Empty(office.Pbx.Bridges);
        Assert.Equal([], calls.Where(c => c.Outcome is null || !c.IsClosed).Select(c => $"{c.Id} {c.Stage}"));
        Assert.Equal([], calls.Where(c => c.Outcome!.Kind == CallOutcomeKind.FailedInternal).Select(c => $"{c.Id} {c.Outcome!.Stage} {c.Outcome.Detail}"));
        EveryCallerIsAccountedFor(callers, calls);
        Assert.DoesNotContain(office.Office.Operators.List(), o => o.State is OperatorState.Offered or OperatorState.OnCall);
        EveryMessageIsDelivered(calls);
    }

    private static void AtMostOneOutcome(CallHistory history)
    {
        Assert.IsType<CallReceived>(history.Events[0]);
        Assert.True(history.Events.OfType<CallEnded>().Count() <= 1, $"Call {history.Call} has more than one outcome.");
    }

    private void NothingAudibleBeforeTheJournal()
    {
        foreach (var caller in office.Pbx.Parties.Concat(office.Pbx.EndedParties).Where(p => p.IsCaller))
        {
            if (caller.FirstAudibleAt is { } audible)
            {
                Assert.True(watch.ReceivedAt.TryGetValue(caller.Leg, out var durable) && durable <= audible, $"{caller} heard something at {audible:O}, before it was in the journal.");
            }
        }
    }

    private void OneCallAnOperator(IReadOnlyList<CallRecord> calls)
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

    private static void NumbersInOrder(CallRecord call)
    {
        foreach (var transfer in call.Transfers)
        {
            Assert.Equal(transfer.Attempts.Count, transfer.Attempts.Select(a => a.Number).Distinct().Count());
            Assert.True(transfer.Attempts.Count(a => a.Result == AttemptResult.Answered) <= 1);
            for (var i = 1; i < transfer.Attempts.Count; i++)
            {
                Assert.NotNull(transfer.Attempts[i - 1].Result);
                Assert.True(transfer.Attempts[i].At >= transfer.Attempts[i - 1].EndedAt);
            }
        }
    }

    private static void DurationsAreNotNegative(CallRecord call) =>
        Assert.All(call.Segments, s => Assert.True(s.To is null || s.To >= s.From));

    private void NoLegOutlivesItsCall(CallRecord call) =>
        Assert.Equal([], office.Pbx.Parties.Where(p => p.Leg == call.CallerLeg || p.Tag?.Call == call.Id).Select(p => p.ToString()));

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

    private void EveryMessageIsDelivered(IReadOnlyList<CallRecord> calls)
    {
        var delivered = office.Mail.Delivered.Select(n => n.Message.Id).ToHashSet();
        Assert.All(calls.SelectMany(c => c.Messages), m => Assert.Contains(m.Id, delivered));
        foreach (var call in calls)
        {
            var rows = ((IMessageOutbox)office.Journal).ReadAsync(call.Id, CancellationToken.None).GetAwaiter().GetResult();
            Assert.All(rows, r => Assert.Equal(DeliveryState.Delivered, r.State));
        }
    }

    private IReadOnlyList<CallHistory> Histories() =>
        office.Journal.ReadPageAsync(new CallQuery(TenantScope.Office, null, 500), CancellationToken.None).GetAwaiter().GetResult();
}
