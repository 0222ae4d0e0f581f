using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>What operators do, and what is known of them.</content>
internal sealed partial class DispatchBoard
{
    /// <summary>Adds an operator, who is offline.</summary>
    public int AddOperator(OperatorProfile profile, long now)
    {
        Check(profile);
        if (Operators == _operators.Length)
        {
            Array.Resize(ref _operators, Operators * 2);
        }

        var op = _operators[Operators] = new BoardOperator(Operators) { Since = now };
        Operators++;
        Assign(op, profile);
        Decide(DecisionKind.OperatorChanged, op);
        return op.Index;
    }

    /// <summary>Gives an operator another profile. A call the operator has, or is being offered, stays.</summary>
    public void SetOperator(int op, OperatorProfile profile, long now)
    {
        Check(profile);
        var changed = _operators[op];
        Leave(changed, company: null);
        Count(changed, -1);
        foreach (var (seat, _) in changed.Seats)
        {
            _seats.Remove(seat);
        }

        changed.Seats = [];
        foreach (var served in changed.Companies)
        {
            _companies[served].Operators.RemoveAll(a => a.Operator == op);
        }

        Assign(changed, profile);
        Decide(DecisionKind.OperatorChanged, changed);
        JoinLanes(changed, all: false, now);
        if (changed.State == OperatorState.Available)
        {
            OfferNextOrStand(changed, now);
        }
    }

    /// <summary>An operator's wish: at once, or after the call the operator has or is being offered. Ends a wrap-up.</summary>
    public void SetPresence(int op, OperatorPresence presence, long now)
    {
        var wisher = _operators[op];
        (wisher.Presence, wisher.Reason, wisher.MissesInARow) = (presence, BreakReason.Own, 0);
        if (wisher.State is OperatorState.Offered or OperatorState.OnCall || wisher.State == StateOf(presence))
        {
            Decide(DecisionKind.OperatorChanged, wisher);
        }
        else
        {
            Settle(wisher, now);
        }
    }

    /// <summary>Ends a wrap-up early.</summary>
    public void EndWrapUp(int op, long now)
    {
        if (_operators[op].State == OperatorState.WrapUp)
        {
            Settle(_operators[op], now);
        }
    }

    /// <summary>Lets a wrap-up end at another time; <see cref="long.MaxValue"/> for when the operator says so.</summary>
    public void ExtendWrapUp(int op, long until, long now)
    {
        var extended = _operators[op];
        if (extended.State != OperatorState.WrapUp)
        {
            return;
        }

        CancelTimer(extended);
        extended.WrapUpEnds = until;
        Decide(DecisionKind.OperatorChanged, extended);
        if (until <= now)
        {
            Settle(extended, now);
        }
        else
        {
            ArmTimer(extended, until);
        }
    }

    private static OperatorState StateOf(OperatorPresence presence) => presence switch
    {
        OperatorPresence.Available => OperatorState.Available,
        OperatorPresence.Break => OperatorState.Break,
        _ => OperatorState.Offline,
    };

    private void Check(OperatorProfile profile)
    {
        if (profile.Companies.Count > Options.MaxCompaniesPerOperator)
        {
            throw new ArgumentException(
                $"An operator serves at most {Options.MaxCompaniesPerOperator} companies, not {profile.Companies.Count}; set {nameof(BoardOptions.MaxCompaniesPerOperator)} to allow more.",
                nameof(profile));
        }

        if (profile.Companies.Any(a => a.Ring is < 0 or >= BoardOptions.MaxRings))
        {
            throw new ArgumentException($"Rings are 0 to {BoardOptions.MaxRings - 1}.", nameof(profile));
        }

        if (profile.Companies.DistinctBy(a => a.Company).Count() != profile.Companies.Count)
        {
            throw new ArgumentException("An operator is assigned to a company once.", nameof(profile));
        }

        if (profile.Weight is < 1 or > 1_000)
        {
            throw new ArgumentException($"An operator's weight is 1 to 1,000, not {profile.Weight}.", nameof(profile));
        }
    }

    private void Assign(BoardOperator op, OperatorProfile profile)
    {
        op.Replace(profile);
        for (var order = 0; order < profile.Companies.Count; order++)
        {
            var (company, ring) = profile.Companies[order];
            _companies[company].Operators.Add((op.Index, ring, order));
            foreach (var lane in _companies[company].Lanes)
            {
                Seat(op, lane, ring, order);
            }
        }

        Count(op, 1);
    }

    private void Seat(BoardOperator op, Lane lane, int ring, int order)
    {
        if (op.Profile.Has(lane.Skills))
        {
            var seat = _seats.Add(op.Index, lane.Index, ring, order);
            op.Seats = [.. op.Seats, new SeatRef(seat, lane.Index)];
            lane.Rings = Math.Max(lane.Rings, ring + 1);
            if (op.Stands)
            {
                Stand(op, seat, lane);
            }
        }
    }

    private void Count(BoardOperator op, int by)
    {
        var online = op.State == OperatorState.Offline ? 0 : by;
        var onBreak = op.State == OperatorState.Break ? by : 0;
        foreach (var served in op.Companies)
        {
            _companies[served].Online += online;
            _companies[served].OnBreak += onBreak;
        }
    }

    /// <summary>Brings an operator without a call into the state of the wish, and offers what waits.</summary>
    private void Settle(BoardOperator op, long now)
    {
        Enter(op, StateOf(op.Presence), now);
        if (op.State == OperatorState.Available)
        {
            OfferNextOrStand(op, now);
        }
        else
        {
            JoinLanes(op, all: op.State == OperatorState.Offline, now);
            LetGoWhoWaitForNobody(op, now);
        }
    }

    private void WrapUpOrSettle(BoardOperator op, TimeSpan wrapUp, long now)
    {
        if (wrapUp <= TimeSpan.Zero)
        {
            Settle(op, now);
            return;
        }

        op.WrapUpEnds = wrapUp == TimeSpan.MaxValue ? long.MaxValue : now + wrapUp.Ticks;
        Enter(op, OperatorState.WrapUp, now);
        ArmTimer(op, op.WrapUpEnds);
    }

    private void Enter(BoardOperator op, OperatorState state, long now)
    {
        var before = op.State;
        CancelTimer(op);
        if (before != state)
        {
            Leave(op, company: null);
            var counted = IsCounted(before) || IsCounted(state);
            if (counted)
            {
                Count(op, -1);
            }

            (op.State, op.Since) = (state, now);
            if (counted)
            {
                Count(op, 1);
            }

            if (before == OperatorState.Offline)
            {
                (op.CallsTaken, op.TalkTime) = (0, 0);
            }

            if (state == OperatorState.Available)
            {
                (op.IdleTurn, op.Draw) = (++_idleTurn, _random.Next());
            }
        }

        Decide(DecisionKind.OperatorChanged, op);
    }

    private static bool IsCounted(OperatorState state) => state is OperatorState.Offline or OperatorState.Break;

    private void ArmTimer(BoardOperator op, long due)
    {
        if (due != long.MaxValue)
        {
            op.Timer = _wheel.Arm(due, ~op.Index, op.Index);
        }
    }

    private void CancelTimer(BoardOperator op)
    {
        if (op.Timer >= 0)
        {
            _wheel.Cancel(op.Timer);
            op.Timer = -1;
        }
    }
}
