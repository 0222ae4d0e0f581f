using System.Numerics;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>Who is offered a call.</content>
internal sealed partial class DispatchBoard
{
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
        ArmTimer(ref op, DueOfOffer(now));
    }
}
