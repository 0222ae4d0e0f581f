using System.Numerics;
using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>Who gets what, and when it is looked at again.</content>
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

    /// <summary>Offers a call that stands in its lane, if somebody may take it now; otherwise sets its next deadline.</summary>
    private void OfferWaiting(int slot, long now)
    {
        CancelTimer(slot);
        var seat = FindSeat(slot, now);
        if (seat >= 0)
        {
            _lanes.Remove(slot);
            Offer(slot, seat, now);
        }
        else
        {
            ArmTimer(slot, now);
        }
    }

    /// <summary>Looks at all waiting calls of a company again, the first first.</summary>
    private void OfferAll(BoardCompany company, long now)
    {
        foreach (var slot in WaitingInOrder(company))
        {
            OfferWaiting(slot, now);
        }
    }

    private List<int> WaitingInOrder(BoardCompany company)
    {
        _scratch.Clear();
        foreach (var lane in company.Lanes)
        {
            for (var bands = _lanes[lane].Bands; bands != 0; bands &= bands - 1)
            {
                for (var slot = _lanes.FirstOf(lane, BitOperations.TrailingZeroCount(bands)); slot >= 0; slot = _calls[slot].Next)
                {
                    _scratch.Add(slot);
                }
            }
        }

        return [.. _scratch.OrderBy(s => _keys.KeyOf(_calls[s])).ThenBy(s => _calls[s].Sequence)];
    }

    /// <summary>The seat of the operator whom a call is to be offered to: the first, by the strategy, of the innermost ring that has somebody who may take it; −1 for nobody.</summary>
    private int FindSeat(int slot, long now)
    {
        ref var call = ref _calls[slot];
        ref var lane = ref _lanes[call.Lane];
        for (var ring = 0; ring < lane.Rings; ring++)
        {
            var first = _idle.FirstOf(call.Lane, ring);
            if (first < 0)
            {
                continue;
            }

            if (ring > 0 && lane.Company.OpensAt(call, ring) > now)
            {
                return -1;
            }

            var seat = NotExcluded(slot, call, first, now);
            if (seat >= 0)
            {
                return seat;
            }
        }

        return -1;
    }

    private int NotExcluded(int slot, in CallSlot call, int seat, long now)
    {
        while (seat >= 0 && _exclusions.Contains(slot, call, _seats[seat].Operator, now))
        {
            seat = _idle.After(seat);
        }

        return seat;
    }

    /// <summary>Offers a call that stands in no lane.</summary>
    private void Offer(int slot, int seat, long now)
    {
        if (!_lanes[_calls[slot].Lane].Has(LaneRules.OffersToAll))
        {
            OfferSeat(slot, seat, now);
            return;
        }

        _scratch.Clear();
        for (; seat >= 0; seat = NotExcluded(slot, _calls[slot], _idle.After(seat), now))
        {
            _scratch.Add(seat);
        }

        foreach (var each in _scratch)
        {
            OfferSeat(slot, each, now);
        }
    }

    private void OfferSeat(int slot, int seat, long now)
    {
        ref var chosen = ref _seats[seat];
        var company = _lanes[chosen.Lane].Company;
        company.LastKey = Math.Max(company.LastKey, _idle.KeyOf(seat));
        Offer(slot, ref _operators[chosen.Operator], now);
    }

    private void Offer(int slot, ref BoardOperator op, long now)
    {
        Reserve(slot, ref op, now);
        Decide(DecisionKind.Offered, ref op);
    }

    /// <summary>Holds the operator for the call, after those who are held for it already.</summary>
    private void Reserve(int slot, ref BoardOperator op, long now)
    {
        ref var call = ref _calls[slot];
        call.Place = CallPlace.Offered;
        if (call.Operator < 0)
        {
            call.Operator = op.Index;
        }
        else
        {
            ref var last = ref _operators[call.Operator];
            while (last.Has(OperatorMarks.HasNext))
            {
                last = ref _operators[_operators.NextOf(last)];
            }

            _operators.SetNext(ref last, op.Index);
        }

        (op.Call, op.OfferTurn) = (slot, ++_offerTurn);
        op.Marks &= ~OperatorMarks.HasNext;
        op.Offer++;
        Enter(ref op, OperatorState.Offered, now);

        // From another offer, too.
        op.Since = now;
        if (Options.OfferLimit is { } limit)
        {
            ArmTimer(ref op, now + limit.Ticks);
        }
    }

    private bool TryOfferNext(ref BoardOperator op, long now)
    {
        var slot = BestCallFor(ref op, now);
        if (slot < 0)
        {
            return false;
        }

        CancelTimer(slot);
        _lanes[_calls[slot].Lane].Company.Taken(now);
        if (_calls[slot].Place == CallPlace.Apart)
        {
            StandApartNoMore(slot);
        }
        else
        {
            _lanes.Remove(slot);
        }

        Offer(slot, ref op, now);
        return true;
    }

    private int BestCallFor(ref BoardOperator op, long now) =>
        op.Choice == CompanyChoice.LongestWait && !op.Has(OperatorMarks.HasApart) && TryFindLongest(ref op, now, out var longest) ? longest : BestOfAll(ref op, now);

    private int BestOfAll(ref BoardOperator op, long now)
    {
        var best = -1;
        var bestRank = default(CallRank);
        var details = _operators.DetailsOf(op.Index);
        for (var at = 0; at < op.Seats; at++)
        {
            ref var seat = ref _seats[op.FirstSeat + at];
            ref var lane = ref _lanes[seat.Lane];
            if (lane.Head < 0 || (op.Choice == CompanyChoice.LongestWait && best >= 0 && lane.HeadKey > bestRank.Value))
            {
                continue;
            }

            var slot = FirstFor(op.Index, seat, now);
            if (slot >= 0)
            {
                var rank = RankOf(slot, op.Choice, details.Orders[at], lane.Company.Policy.Weight, now);
                if (best < 0 || rank.Precedes(bestRank))
                {
                    (best, bestRank) = (slot, rank);
                }
            }
        }

        foreach (var slot in CollectionsMarshal.AsSpan(details.Apart))
        {
            var lane = _calls[slot].Lane;
            var rank = RankOf(slot, op.Choice, details.Orders[SeatAt(ref op, lane) - op.FirstSeat], _lanes[lane].Company.Policy.Weight, now);
            if (best < 0 || rank.Precedes(bestRank))
            {
                (best, bestRank) = (slot, rank);
            }
        }

        return best;
    }

    /// <summary>The usual case, with a look at the lanes alone: the first of all heads, or −1 when nobody waits. False when two are equal or the operator may not take it, so that all must be compared.</summary>
    private bool TryFindLongest(ref BoardOperator op, long now, out int slot)
    {
        var (first, firstKey, ring, isAlone) = (-1, long.MaxValue, 0, true);
        foreach (ref readonly var seat in _seats.Span(op.FirstSeat, op.Seats))
        {
            var key = _lanes[seat.Lane].HeadKey;
            if (key < firstKey)
            {
                (first, firstKey, ring, isAlone) = (seat.Lane, key, seat.Ring, true);
            }
            else if (key == firstKey)
            {
                isAlone = false;
            }
        }

        slot = -1;
        if (first < 0)
        {
            return true;
        }

        ref var lane = ref _lanes[first];
        slot = lane.Head;
        return isAlone && MayTake(slot, op.Index, ring, lane.Company, now);
    }

    /// <summary>The first call of a lane that this operator may take now.</summary>
    private int FirstFor(int op, in Seat seat, long now)
    {
        ref var lane = ref _lanes[seat.Lane];
        if (MayTake(lane.Head, op, seat.Ring, lane.Company, now))
        {
            return lane.Head;
        }

        var (first, firstKey) = (-1, long.MaxValue);
        for (var bands = lane.Bands; bands != 0; bands &= bands - 1)
        {
            var slot = _lanes.FirstOf(seat.Lane, BitOperations.TrailingZeroCount(bands));
            while (slot >= 0 && _exclusions.Contains(slot, _calls[slot], op, now))
            {
                slot = _calls[slot].Next;
            }

            // Those behind it came later, so for them the ring opens no earlier.
            if (slot >= 0 && lane.Company.OpensAt(_calls[slot], seat.Ring) <= now)
            {
                var key = _keys.KeyOf(_calls[slot]);
                if (first < 0 || key < firstKey || (key == firstKey && _calls[slot].Sequence < _calls[first].Sequence))
                {
                    (first, firstKey) = (slot, key);
                }
            }
        }

        return first;
    }

    private bool MayTake(int slot, int op, int ring, BoardCompany company, long now)
    {
        ref var call = ref _calls[slot];
        return !_exclusions.Contains(slot, call, op, now) && (ring == 0 || company.OpensAt(call, ring) <= now);
    }

    private CallRank RankOf(int slot, CompanyChoice choice, int order, int weight, long now)
    {
        ref var call = ref _calls[slot];
        return choice switch
        {
            CompanyChoice.CompanyOrder => new CallRank(order, _keys.KeyOf(call), call.Sequence),
            CompanyChoice.Weighted => new CallRank(-_keys.StrictnessOf(call), (_keys.TimeOf(call) - now) * weight, call.Sequence),
            _ => new CallRank(0, _keys.KeyOf(call), call.Sequence),
        };
    }
}
