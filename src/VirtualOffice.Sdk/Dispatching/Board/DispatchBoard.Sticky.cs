using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>Calls that stand apart for the operator who last served the caller.</content>
internal sealed partial class DispatchBoard
{
    /// <summary>
    /// A call waits for the operator who last served the caller, whatever ring they sit in: until a time, or until this operator goes offline or serves its lane no more. Then for anyone, at its place.
    /// Among the operator's other callers it has the place it would have in its lane.
    /// </summary>
    public CallHandle EnqueueFor(int op, long until, int lane, int band, long enqueuedAt, long now)
    {
        var wanted = _operators[op];
        if (until <= now || wanted.State == OperatorState.Offline || SeatAt(wanted, lane) < 0)
        {
            return Enqueue(lane, band, enqueuedAt, now);
        }

        CheckBand(band);
        var slot = _calls.Add(lane, band, enqueuedAt);
        var handle = _calls.HandleOf(slot);
        if (wanted.State == OperatorState.Available)
        {
            Offer(slot, wanted, now);
            return handle;
        }

        ref var call = ref _calls[slot];
        (call.Place, call.Operator) = (CallPlace.Apart, op);
        call.Timer = _wheel.Arm(until, slot, call.Sequence + int.MaxValue);
        wanted.Apart.Add(slot);
        _lanes[lane].Company.StartsWaiting(now);
        _lanes[lane].Company.Waiting++;
        return handle;
    }

    private void StandApartNoMore(int slot)
    {
        ref var call = ref _calls[slot];
        _operators[call.Operator].Apart.Remove(slot);
        call.Operator = -1;
        _lanes[call.Lane].Company.Waiting--;
    }

    private void JoinLane(int slot, long now)
    {
        CancelTimer(slot);
        StandApartNoMore(slot);
        _calls[slot].Place = CallPlace.Waiting;
        var seat = FindSeat(slot, now);
        if (seat >= 0)
        {
            Offer(slot, seat, now);
        }
        else
        {
            Stay(slot, now);
        }
    }

    /// <summary>Lets the calls that stand apart for an operator join their lanes: all, or those the operator doesn't serve any more.</summary>
    private void JoinLanes(BoardOperator op, bool all, long now)
    {
        if (op.Apart.Count != 0)
        {
            foreach (var slot in op.Apart.ToArray())
            {
                if (all || SeatAt(op, _calls[slot].Lane) < 0)
                {
                    JoinLane(slot, now);
                }
            }
        }
    }

    private static int SeatAt(BoardOperator op, int lane)
    {
        foreach (var (seat, at) in op.Seats)
        {
            if (at == lane)
            {
                return seat;
            }
        }

        return -1;
    }
}
