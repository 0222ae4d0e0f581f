using System.Numerics;
using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>Which call an operator who has become free is offered.</content>
internal sealed partial class DispatchBoard
{
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
