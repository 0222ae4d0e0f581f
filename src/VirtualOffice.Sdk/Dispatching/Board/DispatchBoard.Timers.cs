using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>What is due, and when a call is looked at again.</content>
internal sealed partial class DispatchBoard
{
    /// <summary>Time has passed: handles what is due, in order of due times; of the same time, operators before calls, each in the order they came to the board.</summary>
    public void PassTime(long now)
    {
        while (_wheel.TryTake(now, out var owner))
        {
            if (owner < 0)
            {
                ref var op = ref _operators[~owner];
                op.Timer = -1;
                if (op.State == OperatorState.Offered)
                {
                    _decisions.Add(new Decision(DecisionKind.Withdrawn, _calls.HandleOf(op.Call), op.Index, op.Offer, op.State));
                    Decline(ref op, OfferResult.Missed, now);
                }
                else
                {
                    Settle(ref op, now);
                }
            }
            else
            {
                HandleDue(owner, now);
            }
        }
    }

    private void HandleDue(int slot, long now)
    {
        _calls[slot].Marks &= ~CallMarks.Timed;
        if (_calls[slot].Place == CallPlace.Apart)
        {
            JoinLane(slot, now);
        }
        else if (WaitLimitOf(_calls[slot], now) is var limit and >= 0)
        {
            _lanes.Remove(slot);
            Exit(slot, limit, now);
        }
        else
        {
            OfferWaiting(slot, now);
        }
    }

    private long DueOfOffer(long now) => _offerLimit == long.MaxValue ? long.MaxValue : now + _offerLimit;

    private void ArmTimer(int slot, long now)
    {
        ref var call = ref _calls[slot];
        ref var lane = ref _lanes[call.Lane];
        var due = lane.Has(LaneRules.LaterRings) ? lane.Company.NextOpening(call, now) : long.MaxValue;
        if (lane.Has(LaneRules.Limits))
        {
            due = Math.Min(due, WaitLimitEnds(call, lane.Company.Limits));
        }

        if (call.Has(CallMarks.Excludes))
        {
            due = Math.Min(due, _exclusions.NextEnd(slot, call, now));
        }

        if (due != long.MaxValue)
        {
            SetTimer(slot, due);
        }
    }

    private void SetTimer(int slot, long due)
    {
        ref var call = ref _calls[slot];
        _calls.TimerOf(slot) = _wheel.Arm(due, slot, call.Sequence + int.MaxValue);
        call.Marks |= CallMarks.Timed;
    }

    private void CancelTimer(int slot)
    {
        ref var call = ref _calls[slot];
        if (call.Has(CallMarks.Timed))
        {
            _wheel.Cancel(_calls.TimerOf(slot));
            call.Marks &= ~CallMarks.Timed;
        }
    }
}
