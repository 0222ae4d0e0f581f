using System.Numerics;
using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching.Strategies;
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
                var op = _operators[~owner];
                op.Timer = -1;
                if (op.State == OperatorState.Offered)
                {
                    _decisions.Add(new Decision(DecisionKind.Withdrawn, _calls.HandleOf(op.Call), op.Index, op.Offer, op.State));
                    Decline(op, OfferResult.Missed, now);
                }
                else
                {
                    Settle(op, now);
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
        _calls[slot].Timer = -1;
        if (_calls[slot].Place == CallPlace.Apart)
        {
            JoinLane(slot, now);
        }
        else if (WaitLimitOf(_calls[slot], now) is var limit and >= 0)
        {
            _lanes[_calls[slot].Lane].Remove(slot);
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
            _lanes[_calls[slot].Lane].Remove(slot);
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
            for (var bands = lane.Bands; bands != 0; bands &= bands - 1)
            {
                for (var slot = lane.FirstOf(BitOperations.TrailingZeroCount(bands)); slot >= 0; slot = _calls[slot].Next)
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
        var lane = _lanes[call.Lane];
        if (lane.Standing == 0)
        {
            return -1;
        }

        for (var ring = 0; ring < lane.Rings; ring++)
        {
            if (lane.Idle[ring] is not { First: >= 0 } idle)
            {
                continue;
            }

            if (lane.Company.OpensAt(call, ring) > now)
            {
                return -1;
            }

            var seat = NotExcluded(call, idle, idle.First, now);
            if (seat >= 0)
            {
                return seat;
            }
        }

        return -1;
    }

    private int NotExcluded(in CallSlot call, IdleOperators idle, int seat, long now)
    {
        while (call.Exclusions >= 0 && seat >= 0 && _exclusions.Contains(call, _seats[seat].Operator, now))
        {
            seat = idle.After(seat);
        }

        return seat;
    }

    /// <summary>Offers a call that stands in no lane.</summary>
    private void Offer(int slot, int seat, long now)
    {
        var lane = _lanes[_calls[slot].Lane];
        if (lane.Company.Policy.OfferMode == OfferMode.OneAtATime)
        {
            Offer(slot, lane, seat, now);
            return;
        }

        var idle = lane.Idle[_seats[seat].Ring]!;
        _scratch.Clear();
        for (; seat >= 0; seat = NotExcluded(_calls[slot], idle, idle.After(seat), now))
        {
            _scratch.Add(seat);
        }

        foreach (var each in _scratch)
        {
            Offer(slot, lane, each, now);
        }
    }

    private void Offer(int slot, Lane lane, int seat, long now)
    {
        ref var chosen = ref _seats[seat];
        lane.Company.LastKey = Math.Max(lane.Company.LastKey, chosen.Key);
        Offer(slot, _operators[chosen.Operator], now);
    }

    private void Offer(int slot, BoardOperator op, long now)
    {
        Reserve(slot, op, now);
        Decide(DecisionKind.Offered, op);
    }

    /// <summary>Holds the operator for the call, after those who are held for it already.</summary>
    private void Reserve(int slot, BoardOperator op, long now)
    {
        ref var call = ref _calls[slot];
        call.Place = CallPlace.Offered;
        if (call.Operator < 0)
        {
            call.Operator = op.Index;
        }
        else
        {
            var last = _operators[call.Operator];
            while (last.NextOffered >= 0)
            {
                last = _operators[last.NextOffered];
            }

            last.NextOffered = op.Index;
        }

        (op.Call, op.NextOffered, op.OfferTurn) = (slot, -1, ++_offerTurn);
        op.Offer++;
        Enter(op, OperatorState.Offered, now);
        if (Options.OfferLimit is { } limit)
        {
            ArmTimer(op, now + limit.Ticks);
        }
    }

    private void OfferNextOrStand(BoardOperator op, long now)
    {
        var slot = BestCallFor(op, now);
        if (slot >= 0)
        {
            var lane = _lanes[_calls[slot].Lane];
            CancelTimer(slot);
            lane.Company.Taken(now);
            if (_calls[slot].Place == CallPlace.Apart)
            {
                StandApartNoMore(slot);
            }
            else
            {
                lane.Remove(slot);
            }

            Offer(slot, op, now);
        }
        else
        {
            op.Stands = true;
            foreach (var (seat, lane) in op.Seats)
            {
                Stand(op, seat, _lanes[lane]);
            }
        }
    }

    private int BestCallFor(BoardOperator op, long now)
    {
        var best = -1;
        var bestRank = default(CallRank);
        foreach (var (index, laneIndex) in op.Seats)
        {
            ref var head = ref _heads[laneIndex];
            if (head.Slot < 0 || (op.Choice == CompanyChoice.LongestWait && best >= 0 && head.Key > bestRank.Value))
            {
                continue;
            }

            ref var seat = ref _seats[index];
            var lane = _lanes[laneIndex];
            var slot = FirstFor(op.Index, seat.Ring, lane, now);
            if (slot >= 0)
            {
                var rank = RankOf(slot, op.Choice, seat.Order, lane.Company.Policy.Weight, now);
                if (best < 0 || rank.Precedes(bestRank))
                {
                    (best, bestRank) = (slot, rank);
                }
            }
        }

        foreach (var slot in CollectionsMarshal.AsSpan(op.Apart))
        {
            ref var seat = ref _seats[SeatAt(op, _calls[slot].Lane)];
            var rank = RankOf(slot, op.Choice, seat.Order, _lanes[seat.Lane].Company.Policy.Weight, now);
            if (best < 0 || rank.Precedes(bestRank))
            {
                (best, bestRank) = (slot, rank);
            }
        }

        return best;
    }

    /// <summary>The first call of a lane that this operator may take now.</summary>
    private int FirstFor(int op, int ring, Lane lane, long now)
    {
        ref var head = ref _calls[lane.Head];
        if (MayTake(head, op, ring, lane.Company, now))
        {
            return lane.Head;
        }

        var (first, firstKey) = (-1, long.MaxValue);
        for (var bands = lane.Bands; bands != 0; bands &= bands - 1)
        {
            var slot = lane.FirstOf(BitOperations.TrailingZeroCount(bands));
            while (slot >= 0 && _calls[slot].Exclusions >= 0 && _exclusions.Contains(_calls[slot], op, now))
            {
                slot = _calls[slot].Next;
            }

            // Those behind it came later, so for them the ring opens no earlier.
            if (slot >= 0 && lane.Company.OpensAt(_calls[slot], ring) <= now)
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

    private bool MayTake(in CallSlot call, int op, int ring, BoardCompany company, long now) =>
        (call.Exclusions < 0 || !_exclusions.Contains(call, op, now)) && (ring == 0 || company.OpensAt(call, ring) <= now);

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

    private void Stand(BoardOperator op, BoardCompany company)
    {
        if (op.Stands)
        {
            foreach (var (seat, lane) in op.Seats)
            {
                if (_lanes[lane].Company == company)
                {
                    Stand(op, seat, _lanes[lane]);
                }
            }
        }
    }

    private void Stand(BoardOperator op, int seat, Lane lane)
    {
        ref var standing = ref _seats[seat];
        var strategy = lane.Company.Policy.Strategy;
        var isList = strategy is null or LongestIdle;
        standing.Turn = op.IdleTurn;
        standing.Key = isList ? op.IdleTurn : strategy!.SortKey(FactsOf(op, lane.Company));
        (lane.Idle[standing.Ring] ??= isList ? new IdleList(_seats) : new IdleHeap(_seats)).Add(seat);
        lane.Standing++;
    }

    /// <summary>Takes an operator who stands idle from the lanes: of one company, or of all for good.</summary>
    private void Leave(BoardOperator op, BoardCompany? company)
    {
        if (!op.Stands)
        {
            return;
        }

        foreach (var (seat, laneIndex) in op.Seats)
        {
            var lane = _lanes[laneIndex];
            if (company is null || lane.Company == company)
            {
                lane.Idle[_seats[seat].Ring]!.Remove(seat);
                lane.Standing--;
            }
        }

        op.Stands = company is not null;
    }

    private static OperatorFacts FactsOf(BoardOperator op, BoardCompany company) => new()
    {
        IdleTurn = op.IdleTurn,
        OfferTurn = op.OfferTurn,
        CallsTaken = op.CallsTaken,
        TalkTime = new TimeSpan(op.TalkTime),
        Order = op.Profile.Order,
        Weight = op.Profile.Weight,
        Random = op.Draw,
        LastKey = company.LastKey,
    };
}
