using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>What becomes of offers.</content>
internal sealed partial class DispatchBoard
{
    private void Accept(ref BoardOperator winner, long now)
    {
        ref var call = ref _calls[winner.Call];
        var slot = winner.Call;
        Detach(ref winner);
        var loser = call.Operator;
        (call.Place, call.Operator, winner.Call) = (CallPlace.OnCall, winner.Index, slot);
        (winner.MissesInARow, winner.CallsTaken) = (0, winner.CallsTaken + 1);
        Enter(ref winner, OperatorState.OnCall, now);
        Decide(DecisionKind.OperatorChanged, ref winner);
        if (loser >= 0)
        {
            Withdraw(slot, loser, now);
        }
    }

    private void Decline(ref BoardOperator op, OfferResult result, long now)
    {
        var slot = op.Call;
        ref var call = ref _calls[slot];
        Detach(ref op);
        if (result is OfferResult.Rejected or OfferResult.Missed or OfferResult.DeviceGone && Options.DeclinePause > TimeSpan.Zero)
        {
            _exclusions.Add(slot, ref call, op.Index, now + Options.DeclinePause.Ticks);
        }

        var paused = false;
        switch (result)
        {
            case OfferResult.DeviceGone:
                (op.Presence, op.Reason) = (OperatorPresence.Break, BreakReason.PhoneUnreachable);
                break;
            case OfferResult.Missed when Misses(ref op) == Math.Min(Options.MissesBeforeBreak, byte.MaxValue):
                (op.Presence, op.Reason, op.MissesInARow, paused) = (OperatorPresence.Break, BreakReason.MissedCalls, 0, true);
                break;
            case OfferResult.Rejected:
                op.MissesInARow = 0;
                break;
        }

        var waitsAgain = call.Operator < 0;
        if (waitsAgain)
        {
            call.Place = CallPlace.Waiting;
            _lanes[call.Lane].Company.StartsWaiting(now);
            _lanes.Return(slot);
            ArmTimer(slot, now);
            _decisions.Add(new Decision(DecisionKind.Requeued, _calls.HandleOf(slot), -1, 0, default));
        }

        Settle(ref op, now);
        if (paused)
        {
            Decide(DecisionKind.OperatorPaused, ref op);
        }

        if (waitsAgain && _calls[slot].Place == CallPlace.Waiting)
        {
            OfferWaiting(slot, now);
        }
    }

    /// <summary>Takes an operator from among those a call is offered to.</summary>
    private void Detach(ref BoardOperator op)
    {
        ref var call = ref _calls[op.Call];
        if (call.Operator == op.Index)
        {
            call.Operator = _operators.NextOf(op);
        }
        else
        {
            ref var before = ref _operators[call.Operator];
            while (_operators.NextOf(before) != op.Index)
            {
                before = ref _operators[_operators.NextOf(before)];
            }

            _operators.SetNext(ref before, _operators.NextOf(op));
        }

        op.Call = -1;
        op.Marks &= ~OperatorMarks.HasNext;
    }

    /// <summary>Withdraws a call's offers to this operator and those after, then lets them take other calls.</summary>
    private void Withdraw(int slot, int first, long now)
    {
        var handle = _calls.HandleOf(slot);
        while (first >= 0)
        {
            ref var op = ref _operators[first];
            first = _operators.NextOf(op);
            op.Call = -1;
            op.Marks &= ~OperatorMarks.HasNext;
            _decisions.Add(new Decision(DecisionKind.Withdrawn, handle, op.Index, op.Offer, op.State));
            Settle(ref op, now);
        }
    }

    private static int Misses(ref BoardOperator op) => op.MissesInARow = (byte)Math.Min(op.MissesInARow + 1, byte.MaxValue);
}
