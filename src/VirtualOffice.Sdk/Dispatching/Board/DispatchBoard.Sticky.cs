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
        ref var wanted = ref _operators[op];
        if (until <= now || wanted.State == OperatorState.Offline || SeatAt(ref wanted, lane) < 0)
        {
            return Enqueue(lane, band, enqueuedAt, now);
        }

        CheckBand(band);
        var slot = _calls.Add(lane, band, enqueuedAt);
        var handle = _calls.HandleOf(slot);
        if (wanted.State == OperatorState.Available)
        {
            Offer(slot, ref wanted, now);
            return handle;
        }

        ref var call = ref _calls[slot];
        (call.Place, call.Operator) = (CallPlace.Apart, op);
        SetTimer(slot, until);
        _operators.DetailsOf(op).Apart.Add(slot);
        wanted.Marks |= OperatorMarks.HasApart;
        _lanes[lane].Company.StartsWaiting(now);
        _lanes[lane].Company.Waiting++;
        return handle;
    }

    private void StandApartNoMore(int slot)
    {
        ref var call = ref _calls[slot];
        var apart = _operators.DetailsOf(call.Operator).Apart;
        apart.Remove(slot);
        _operators[call.Operator].Set(OperatorMarks.HasApart, apart.Count != 0);
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
    private void JoinLanes(ref BoardOperator op, bool all, long now)
    {
        if (op.Has(OperatorMarks.HasApart))
        {
            foreach (var slot in _operators.DetailsOf(op.Index).Apart.ToArray())
            {
                if (all || SeatAt(ref op, _calls[slot].Lane) < 0)
                {
                    JoinLane(slot, now);
                }
            }
        }
    }

    private int SeatAt(ref BoardOperator op, int lane)
    {
        for (var seat = op.FirstSeat; seat < op.SeatsEnd; seat++)
        {
            if (_seats[seat].Lane == lane)
            {
                return seat;
            }
        }

        return -1;
    }
}
