using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>What operators do, and what is known of them.</content>
internal sealed partial class DispatchBoard
{
    /// <summary>Adds an operator, who is offline.</summary>
    public int AddOperator(OperatorProfile profile, long now)
    {
        Check(profile);
        ref var op = ref _operators.Add(now);
        Assign(ref op, profile);
        Decide(DecisionKind.OperatorChanged, ref op);
        return op.Index;
    }

    /// <summary>Gives an operator another profile. A call the operator has, or is being offered, stays.</summary>
    public void SetOperator(int op, OperatorProfile profile, long now)
    {
        Check(profile);
        ref var changed = ref _operators[op];
        Leave(ref changed, company: null);
        Count(ref changed, changed.State, OperatorState.Offline);
        _seats.Give(changed.FirstSeat, changed.Seats);
        foreach (var served in _operators.DetailsOf(op).Companies)
        {
            _companies[served].Operators.RemoveAll(a => a.Operator == op);
        }

        Assign(ref changed, profile);
        Decide(DecisionKind.OperatorChanged, ref changed);
        JoinLanes(ref changed, all: false, now);
        if (changed.State == OperatorState.Available && !TryOfferNext(ref changed, now))
        {
            Stand(ref changed);
        }
    }

    /// <summary>An operator's wish: at once, or after the call the operator has or is being offered. Ends a wrap-up.</summary>
    public void SetPresence(int op, OperatorPresence presence, long now)
    {
        ref var wisher = ref _operators[op];
        (wisher.Presence, wisher.Reason, wisher.MissesInARow) = (presence, BreakReason.Own, 0);
        if (wisher.State is OperatorState.Offered or OperatorState.OnCall || wisher.State == StateOf(presence))
        {
            Decide(DecisionKind.OperatorChanged, ref wisher);
        }
        else
        {
            Settle(ref wisher, now);
        }
    }

    /// <summary>Ends a wrap-up early.</summary>
    public void EndWrapUp(int op, long now)
    {
        if (_operators[op].State == OperatorState.WrapUp)
        {
            Settle(ref _operators[op], now);
        }
    }

    /// <summary>Lets a wrap-up end at another time; <see cref="long.MaxValue"/> for when the operator says so.</summary>
    public void ExtendWrapUp(int op, long until, long now)
    {
        ref var extended = ref _operators[op];
        if (extended.State != OperatorState.WrapUp)
        {
            return;
        }

        CancelTimer(ref extended);
        Decide(DecisionKind.OperatorChanged, ref extended);
        if (until <= now)
        {
            Settle(ref extended, now);
        }
        else
        {
            ArmTimer(ref extended, until);
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

    private void Assign(ref BoardOperator op, OperatorProfile profile)
    {
        var details = _operators.DetailsOf(op.Index);
        details.Replace(profile);
        op.Choice = profile.Choice;
        op.Set(OperatorMarks.WrapsUp, profile.WrapUp != TimeSpan.Zero);
        for (var order = 0; order < profile.Companies.Count; order++)
        {
            var (company, ring) = profile.Companies[order];
            _companies[company].Operators.Add((op.Index, ring, order));
        }

        Count(ref op, OperatorState.Offline, op.State);
        TakeSeats(ref op, profile);
    }

    private void TakeSeats(ref BoardOperator op, OperatorProfile profile)
    {
        op.Seats = profile.Companies.Sum(a => _companies[a.Company].Lanes.Count(lane => profile.Has(_lanes.SkillsOf(lane))));
        op.FirstSeat = _seats.Take(op.Seats);
        var seat = op.FirstSeat;
        _operators.DetailsOf(op.Index).Orders.Clear();
        for (var order = 0; order < profile.Companies.Count; order++)
        {
            var (company, ring) = profile.Companies[order];
            foreach (var lane in _companies[company].Lanes.Where(lane => profile.Has(_lanes.SkillsOf(lane))))
            {
                Seat(op.Index, seat++, lane, ring, order);
            }
        }
    }

    /// <summary>Adds a seat at a lane that has just been opened, if the operator has the skills: all of the operator's seats move to where one more is side by side with them.</summary>
    private void AddSeat(ref BoardOperator op, int lane, int ring, int order)
    {
        if (!_operators.DetailsOf(op.Index).Profile.Has(_lanes.SkillsOf(lane)))
        {
            return;
        }

        var first = _seats.Take(op.Seats + 1);
        for (var i = 0; i < op.Seats; i++)
        {
            _seats[first + i] = _seats[op.FirstSeat + i];
            if (op.Has(OperatorMarks.Stands))
            {
                _idle.Move(op.FirstSeat + i, first + i);
            }
        }

        _seats.Give(op.FirstSeat, op.Seats);
        (op.FirstSeat, op.Seats) = (first, op.Seats + 1);
        Seat(op.Index, op.SeatsEnd - 1, lane, ring, order);
        if (op.Has(OperatorMarks.Stands))
        {
            Stand(ref op, op.SeatsEnd - 1);
        }
    }

    private void Seat(int op, int seat, int lane, int ring, int order)
    {
        _seats[seat] = new Seat(op, lane, ring);
        _operators.DetailsOf(op).Orders.Add(order);
        _lanes[lane].Rings = (short)Math.Max(_lanes[lane].Rings, ring + 1);
    }

    private void Count(ref BoardOperator op, OperatorState before, OperatorState after)
    {
        var online = (before == OperatorState.Offline ? 0 : -1) + (after == OperatorState.Offline ? 0 : 1);
        var onBreak = (before == OperatorState.Break ? -1 : 0) + (after == OperatorState.Break ? 1 : 0);
        foreach (var served in _operators.DetailsOf(op.Index).Companies)
        {
            var company = _companies[served];
            company.Online += online;
            company.OnBreak += onBreak;
        }
    }

    /// <summary>Brings an operator without a call into the state of the wish; or, where a call waits, at once into an offer of it.</summary>
    private void Settle(ref BoardOperator op, long now)
    {
        if (op.Presence == OperatorPresence.Available)
        {
            op.IdleTurn = ++_idleTurn;
            if (!TryOfferNext(ref op, now))
            {
                Enter(ref op, OperatorState.Available, now);
                Decide(DecisionKind.OperatorChanged, ref op);
                Stand(ref op);
            }

            return;
        }

        Enter(ref op, StateOf(op.Presence), now);
        Decide(DecisionKind.OperatorChanged, ref op);
        JoinLanes(ref op, all: op.State == OperatorState.Offline, now);
        LetGoWhoWaitForNobody(ref op, now);
    }

    private void WrapUpOrSettle(ref BoardOperator op, long wrapUp, long now)
    {
        if (wrapUp <= 0)
        {
            Settle(ref op, now);
            return;
        }

        var ends = wrapUp == long.MaxValue ? long.MaxValue : now + wrapUp;
        Enter(ref op, OperatorState.WrapUp, now);
        Decide(DecisionKind.OperatorChanged, ref op);
        ArmTimer(ref op, ends);
    }

    /// <summary>Brings an operator into a state; whoever does decides what is told of it.</summary>
    private void Enter(ref BoardOperator op, OperatorState state, long now)
    {
        var before = op.State;
        CancelTimer(ref op);
        if (before == state)
        {
            return;
        }

        Leave(ref op, company: null);
        (op.State, op.Since) = (state, now);
        if (IsCounted(before) || IsCounted(state))
        {
            Count(ref op, before, state);
        }

        if (before == OperatorState.Offline)
        {
            (op.CallsTaken, op.TalkTime) = (0, 0);
        }
    }

    private static bool IsCounted(OperatorState state) => state is OperatorState.Offline or OperatorState.Break;

    private void ArmTimer(ref BoardOperator op, long due)
    {
        if (due != long.MaxValue)
        {
            op.Timer = _wheel.Arm(due, ~op.Index, op.Index);
        }
    }

    private void CancelTimer(ref BoardOperator op)
    {
        if (op.Timer >= 0)
        {
            _wheel.Cancel(op.Timer);
            op.Timer = -1;
        }
    }
}
