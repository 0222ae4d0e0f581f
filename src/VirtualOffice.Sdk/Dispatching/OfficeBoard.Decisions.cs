using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.Dispatching;

/// <content>The board's decisions, told in the office's words.</content>
internal sealed partial class OfficeBoard
{
    private void Translate(long now, List<DispatchDecision> decisions)
    {
        var decided = _decided.Span;
        for (var i = 0; i < decided.Length; i++)
        {
            _version++;
            Translate(decided[i], isFollowed: i + 1 < decided.Length && Tells(decided[i + 1], decided[i].Operator), now, decisions);
        }

        if (decided.Length > 0)
        {
            _decided.Clear();
        }
    }

    /// <summary>Whether a decision comes with the operator as of then.</summary>
    private static bool Tells(in Decision decision, int op) =>
        decision.Operator == op && decision.Kind is (DecisionKind.OperatorChanged or DecisionKind.Offered or DecisionKind.OperatorPaused);

    private void Translate(in Decision decision, bool isFollowed, long now, List<DispatchDecision> decisions)
    {
        switch (decision.Kind)
        {
            case DecisionKind.OperatorChanged:
                if (decision.State == OperatorState.Available)
                {
                    _operators[decision.Operator].IdleSince = _board.StatusOf(decision.Operator) is { State: OperatorState.Available, Since: var since } ? since : now;
                }

                // What another decision tells at once is not told twice.
                if (!isFollowed)
                {
                    decisions.Add(DispatchDecision.Changed(SnapshotOf(decision, now)));
                }

                break;
            case DecisionKind.Offered:
                ref var call = ref _calls[decision.Call.Slot];
                var offer = new OfferId(_ids.NewId());
                var offered = _operators[decision.Operator];
                if (offered.Snapshot?.State != OperatorState.Available)
                {
                    // Idle for no time at all.
                    offered.IdleSince = now;
                }

                offered.OfferedAs(offer, decision.OfferHandle);
                call.OfferedTo = decision.Operator;
                decisions.Add(DispatchDecision.Offered(call.Id, offer, SnapshotOf(decision, now), call.Ticket, _explainOffers ? Explain(call, decision.Operator, now) : null));
                break;
            case DecisionKind.Exited:
                Exit(ref _calls[decision.Call.Slot], decision.Offer, decisions);
                break;
            case DecisionKind.OperatorPaused:
                decisions.Add(DispatchDecision.Paused(SnapshotOf(decision, now)));
                break;
        }
    }

    private void Exit(ref HostedCall call, int index, List<DispatchDecision> decisions)
    {
        var limit = _companiesByNumber[call.Company].Rules.Limits[index];
        if (limit is { Then: QueueAction.Overflow, To: { } to })
        {
            call.Company = NumberOf(to);
        }
        else
        {
            _slots.Remove(call.Id);
        }

        decisions.Add(DispatchDecision.Exited(call.Id, limit, call.Ticket));
    }

    private OperatorSnapshot SnapshotOf(in Decision decision, long now)
    {
        var (op, status) = (_operators[decision.Operator], _board.StatusOf(decision.Operator));
        var since = status.State == decision.State ? status.Since : now;
        var reason = status.Reason switch
        {
            BreakReason.PhoneUnreachable => "Phone unreachable",
            BreakReason.MissedCalls => "Missed calls",
            _ => op.Reason,
        };
        CallId? call = decision.Call == CallHandle.None ? null : _calls[decision.Call.Slot].Id;
        DateTimeOffset? wrapUpEnds = decision.State == OperatorState.WrapUp && status.WrapUpEnds != long.MaxValue ? new DateTimeOffset(status.WrapUpEnds, TimeSpan.Zero) : null;
        var known = op.Snapshot;
        return known is not null && known.State == decision.State && known.Since.UtcTicks == since && known.Call == call && known.Reason == reason && known.WrapUpEnds == wrapUpEnds && ReferenceEquals(known.Definition, op.Definition)
            ? known
            : op.Snapshot = new OperatorSnapshot(op.Definition, decision.State, reason, new DateTimeOffset(since, TimeSpan.Zero), call) { WrapUpEnds = wrapUpEnds };
    }
}
