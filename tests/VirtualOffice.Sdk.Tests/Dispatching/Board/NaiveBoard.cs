using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;
using OfferMode = VirtualOffice.Sdk.Companies.OfferMode;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

/// <summary>The board's policy written the obvious way: lists, scanned with LINQ at every event. The real board must decide the same.</summary>
internal sealed class NaiveBoard(BoardOptions options, SkillLevel[][] needs)
{
    private readonly List<CompanyPolicy> _companies = [];
    private readonly List<long> _lastKeys = [];
    private readonly Dictionary<int, long> _freeSince = [];
    private readonly Dictionary<int, long> _means = [];
    private SplitMix _random = new(options.Seed);
    private long _idleTurn;
    private long _offerTurn;

    public List<NaiveOperator> Operators { get; } = [];

    public List<NaiveCall> Calls { get; } = [];

    public List<NaiveDecision> Decisions { get; } = [];

    public long Now { get; set; }

    private IEnumerable<NaiveCall> Waiting => Calls.Where(c => c.Place == CallPlace.Waiting);

    public void AddCompany(CompanyPolicy policy)
    {
        _companies.Add(policy);
        _lastKeys.Add(0);
    }

    public void SetCompany(int company, CompanyPolicy policy)
    {
        _companies[company] = policy;
        foreach (var op in Operators.Where(o => o.State == OperatorState.Available && o.Profile.Companies.Any(a => a.Company == company)))
        {
            ComputeKey(op, company);
        }

        foreach (var call in Waiting.Where(c => c.Company == company).OrderBy(c => Strictness(c)).ThenBy(Time).ThenBy(c => c.Number).ToList())
        {
            OfferWaiting(call);
        }
    }

    public void AddOperator(OperatorProfile profile)
    {
        var op = new NaiveOperator(Operators.Count) { Profile = profile, Since = Now };
        Operators.Add(op);
        Decide(DecisionKind.OperatorChanged, op);
    }

    public void SetOperator(int index, OperatorProfile profile)
    {
        var op = Operators[index];
        op.Profile = profile;
        Decide(DecisionKind.OperatorChanged, op);
        JoinLanes(op, c => !Serves(op, c));
        if (op.State == OperatorState.Available)
        {
            OfferNext(op);
        }
    }

    public void SetPresence(int index, OperatorPresence presence)
    {
        var op = Operators[index];
        (op.Presence, op.Misses) = (presence, 0);
        if (op.Call is not null || op.State == Wished(op))
        {
            Decide(DecisionKind.OperatorChanged, op);
        }
        else
        {
            Settle(op);
        }
    }

    public void EndWrapUp(int index)
    {
        if (Operators[index].State == OperatorState.WrapUp)
        {
            Settle(Operators[index]);
        }
    }

    public void ExtendWrapUp(int index, long until)
    {
        var op = Operators[index];
        if (op.State == OperatorState.WrapUp)
        {
            op.Due = until == long.MaxValue ? null : until;
            Decide(DecisionKind.OperatorChanged, op);
        }
    }

    public void Enqueue(int company, SkillLevel[] skills, int band, long enqueuedAt)
    {
        var call = new NaiveCall(Calls.Count, company, skills, band, enqueuedAt);
        Calls.Add(call);
        if (TryOffer(call))
        {
            return;
        }

        var limits = _companies[company].Limits;
        var reached = Enumerable.Range(0, limits.Count).Where(i => IsReached(limits[i], company, CountWaiting(company, call))).Append(-1).First();
        if (reached >= 0)
        {
            Exit(call, reached);
        }
        else
        {
            Stay(call);
        }
    }

    public void EnqueueOverflowed(int company, SkillLevel[] skills, int band, long enqueuedAt) =>
        EnqueueWithoutLook(new NaiveCall(Calls.Count, company, skills, band, enqueuedAt) { Overflowed = true });

    public void EnqueuePatient(int company, SkillLevel[] skills, int band, long enqueuedAt) =>
        EnqueueWithoutLook(new NaiveCall(Calls.Count, company, skills, band, enqueuedAt) { Patient = true });

    private void EnqueueWithoutLook(NaiveCall call)
    {
        Calls.Add(call);
        if (!TryOffer(call))
        {
            Stay(call);
        }
    }

    public void EnqueueFor(int index, long until, int company, SkillLevel[] skills, int band, long enqueuedAt)
    {
        var (op, call) = (Operators[index], new NaiveCall(Calls.Count, company, skills, band, enqueuedAt));
        if (until <= Now || op.State == OperatorState.Offline || !Serves(op, call))
        {
            Enqueue(company, skills, band, enqueuedAt);
            return;
        }

        Calls.Add(call);
        if (op.State == OperatorState.Available)
        {
            Offer(call, op);
            return;
        }

        StartsWaiting(call);
        (call.Place, call.For, call.Due) = (CallPlace.Apart, op, until);
    }

    public bool Restore(int company, int index, bool offered)
    {
        var op = Operators[index];
        if (op.Call is not null)
        {
            return false;
        }

        var call = new NaiveCall(Calls.Count, company, [], PriorityBand.Normal, Now) { Place = offered ? CallPlace.Offered : CallPlace.OnCall };
        Calls.Add(call);
        op.Call = call;
        if (offered)
        {
            call.OfferedTo.Add(op);
            op.Offer++;
        }
        else
        {
            call.Operator = op;
        }

        Enter(op, offered ? OperatorState.Offered : OperatorState.OnCall);
        Decide(DecisionKind.OperatorChanged, op);
        op.Due = offered && options.OfferLimit is { } limit ? Now + limit.Ticks : null;
        return true;
    }

    public void SetBand(int call, int band) => Calls[call].Band = band;

    public void EndOffer(int index, int offer, OfferResult result)
    {
        var op = Operators[index];
        if (op.State == OperatorState.Offered && op.Offer == offer)
        {
            EndOffer(op, result);
        }
    }

    public void Release(int number, TimeSpan wrapUp)
    {
        if (Calls[number].Place == CallPlace.OnCall)
        {
            Leave(number, wrapUp);
        }
    }

    public void Leave(int number, TimeSpan wrapUp)
    {
        var call = Calls[number];
        var place = call.Place;
        call.Place = CallPlace.Nowhere;
        if (place == CallPlace.Offered)
        {
            WithdrawAll(call);
        }
        else if (place == CallPlace.OnCall)
        {
            var op = call.Operator!;
            op.Call = null;
            op.TalkTime += Now - op.Since;
            var longest = new[] { wrapUp, op.Profile.WrapUp, _companies[call.Company].WrapUp }.Max();
            if (longest > TimeSpan.Zero)
            {
                Enter(op, OperatorState.WrapUp);
                Decide(DecisionKind.OperatorChanged, op);
                op.Due = longest == TimeSpan.MaxValue ? null : Now + longest.Ticks;
            }
            else
            {
                Settle(op);
            }
        }
    }

    public void PassTime()
    {
        while (true)
        {
            var op = Operators.Where(o => o.Due <= Now).OrderBy(o => o.Due).ThenBy(o => o.Index).FirstOrDefault();
            var call = Calls.Where(c => c.Place is CallPlace.Waiting or CallPlace.Apart && c.Due <= Now).OrderBy(c => c.Due).ThenBy(c => c.Number).FirstOrDefault();
            if (op is not null && (call is null || op.Due <= call.Due))
            {
                op.Due = null;
                if (op.State == OperatorState.Offered)
                {
                    Decisions.Add(new NaiveDecision(DecisionKind.Withdrawn, op.Call!.Number, op.Index, op.Offer, op.State));
                    EndOffer(op, OfferResult.Missed);
                }
                else
                {
                    Settle(op);
                }
            }
            else if (call is { Place: CallPlace.Apart })
            {
                JoinLane(call);
            }
            else if (call is not null)
            {
                var limits = _companies[call.Company].Limits;
                var reached = Enumerable.Range(0, limits.Count)
                    .Where(i => limits[i].Kind == LimitKind.Wait && MayExit(call, limits[i]) && call.EnqueuedAt + limits[i].Time.Ticks <= Now)
                    .Append(-1)
                    .First();
                if (reached >= 0)
                {
                    Exit(call, reached);
                }
                else
                {
                    OfferWaiting(call);
                }
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Whether an operator, were they idle, may be offered a call now.</summary>
    public bool MayTake(NaiveOperator op, NaiveCall call) =>
        Serves(op, call)
        && OpensAt(call, RingOf(op, call)) <= Now
        && !(call.Excluded.TryGetValue(op.Index, out var until) && until > Now);

    public int CountWaiting(int company, NaiveCall? but = null) =>
        Calls.Count(c => c != but && c.Company == company && (c.Place is CallPlace.Waiting or CallPlace.Apart));

    private static bool Serves(NaiveOperator op, NaiveCall call) =>
        op.Profile.Companies.Any(a => a.Company == call.Company)
        && call.Skills.All(need => op.Profile.Skills.Any(s => s.Skill == need.Skill && s.Level >= need.Level));

    private static bool MayExit(NaiveCall call, QueueLimit limit) => !call.Patient && !(call.Overflowed && limit.Exit == QueueExitKind.Overflow);

    private bool IsReached(QueueLimit limit, int company, int waiting)
    {
        var online = Operators.Where(o => o.State != OperatorState.Offline && o.Profile.Companies.Any(a => a.Company == company)).ToList();
        return limit.Kind switch
        {
            LimitKind.QueueLength => waiting >= limit.Count,
            LimitKind.ExpectedWait => _means.TryGetValue(company, out var mean) && (waiting + 1) * mean > limit.Time.Ticks,
            LimitKind.WaitingPerOperator => waiting >= limit.Count * online.Count,
            LimitKind.NobodyOnline => online.Count == 0,
            LimitKind.EverybodyOnBreak => online.Count > 0 && online.TrueForAll(o => o.State == OperatorState.Break),
            _ => false,
        };
    }

    private void Exit(NaiveCall call, int limit)
    {
        Decisions.Add(new NaiveDecision(DecisionKind.Exited, call.Number, -1, limit, default));
        var exit = _companies[call.Company].Limits[limit];
        if (exit.Exit != QueueExitKind.Overflow)
        {
            call.Place = CallPlace.Nowhere;
            return;
        }

        (call.Company, call.Skills, call.Overflowed) = (exit.Lane / needs.Length, needs[exit.Lane % needs.Length], true);
        if (!TryOffer(call))
        {
            Stay(call);
        }
    }

    private void StartsWaiting(NaiveCall call)
    {
        if (CountWaiting(call.Company, call) == 0)
        {
            _freeSince[call.Company] = Now;
        }
    }

    private void Stay(NaiveCall call)
    {
        StartsWaiting(call);
        call.Place = CallPlace.Waiting;
        Look(call);
    }

    private void JoinLane(NaiveCall call)
    {
        call.For = null;
        if (!TryOffer(call))
        {
            Stay(call);
        }
    }

    private void JoinLanes(NaiveOperator op, Func<NaiveCall, bool> which)
    {
        foreach (var call in Calls.Where(c => c.Place == CallPlace.Apart && c.For == op && which(c)).ToList())
        {
            JoinLane(call);
        }
    }

    private static int RingOf(NaiveOperator op, NaiveCall call) => op.Profile.Companies.First(a => a.Company == call.Company).Ring;

    private long OpensAt(NaiveCall call, int ring)
    {
        var delays = _companies[call.Company].RingDelays;
        return ring == 0 || delays.Count == 0 ? long.MinValue : call.EnqueuedAt + delays[Math.Min(ring, delays.Count) - 1].Ticks;
    }

    private long Time(NaiveCall call) => call.EnqueuedAt - (options.Bands[call.Band].HeadStart?.Ticks ?? 0);

    /// <summary>0 for the strictest.</summary>
    private int Strictness(NaiveCall call) => options.Bands.Take(call.Band).Count(b => b.HeadStart is null);

    private void OfferWaiting(NaiveCall call)
    {
        if (!TryOffer(call))
        {
            Look(call);
        }
    }

    private bool TryOffer(NaiveCall call)
    {
        var candidates = Operators.Where(o => o.State == OperatorState.Available && MayTake(o, call)).ToList();
        if (candidates.Count == 0)
        {
            return false;
        }

        var innermost = candidates.Min(o => RingOf(o, call));
        var inOrder = candidates.Where(o => RingOf(o, call) == innermost).OrderBy(o => o.Keys[call.Company]).ThenBy(o => o.IdleTurn).ToList();
        foreach (var op in inOrder.Take(_companies[call.Company].OfferMode == OfferMode.AllOfRing ? int.MaxValue : 1))
        {
            _lastKeys[call.Company] = Math.Max(_lastKeys[call.Company], op.Keys[call.Company]);
            Offer(call, op);
        }

        return true;
    }

    private void Look(NaiveCall call) => call.Due = _companies[call.Company].RingDelays
        .Select(d => call.EnqueuedAt + d.Ticks)
        .Concat(call.Excluded.Values)
        .Where(due => due > Now)
        .Concat(_companies[call.Company].Limits.Where(l => l.Kind == LimitKind.Wait && MayExit(call, l)).Select(l => call.EnqueuedAt + l.Time.Ticks))
        .Select(due => (long?)due)
        .Min();

    private bool OfferNext(NaiveOperator op)
    {
        // Only the first of each company's callers with the same needs competes, whatever the operator's choice among companies.
        var next = Waiting
            .Where(c => MayTake(op, c))
            .GroupBy(c => (c.Company, string.Join(',', c.Skills)))
            .Select(lane => lane.OrderBy(Strictness).ThenBy(Time).ThenBy(c => c.Number).First())
            .Concat(Calls.Where(c => c.Place == CallPlace.Apart && c.For == op))
            .OrderBy(c => op.Profile.Choice == CompanyChoice.CompanyOrder ? op.Profile.Companies.Select(a => a.Company).ToList().IndexOf(c.Company) : 0)
            .ThenBy(Strictness)
            .ThenByDescending(c => (Now - Time(c)) * (op.Profile.Choice == CompanyChoice.Weighted ? _companies[c.Company].Weight : 1))
            .ThenBy(c => c.Number)
            .FirstOrDefault();
        if (next is not null)
        {
            var between = Now - _freeSince[next.Company];
            _means[next.Company] = _means.TryGetValue(next.Company, out var mean) ? mean + ((between - mean) / 8) : between;
            _freeSince[next.Company] = Now;
            next.For = null;
            Offer(next, op);
            return true;
        }

        foreach (var assigned in op.Profile.Companies)
        {
            ComputeKey(op, assigned.Company);
        }

        return false;
    }

    private void ComputeKey(NaiveOperator op, int company) => op.Keys[company] = _companies[company].Strategy?.Name switch
    {
        "fewest-calls" => op.CallsTaken,
        "least-talk-time" => op.TalkTime,
        "round-robin" => op.OfferTurn,
        "ordered" => op.Profile.Order,
        "weighted-random" => _lastKeys[company] + (long)(-Math.Log(op.Draw) / op.Profile.Weight * 1e6),
        _ => op.IdleTurn,
    };

    private void Offer(NaiveCall call, NaiveOperator op)
    {
        (call.Place, call.Due) = (CallPlace.Offered, null);
        call.OfferedTo.Add(op);
        (op.Call, op.OfferTurn) = (call, ++_offerTurn);
        op.Offer++;
        Enter(op, OperatorState.Offered);
        op.Due = options.OfferLimit is { } limit ? Now + limit.Ticks : null;
        Decide(DecisionKind.Offered, op);
    }

    private void EndOffer(NaiveOperator op, OfferResult result)
    {
        var call = op.Call!;
        call.OfferedTo.Remove(op);
        if (result == OfferResult.Accepted)
        {
            (call.Place, call.Operator, op.Misses) = (CallPlace.OnCall, op, 0);
            op.CallsTaken++;
            Enter(op, OperatorState.OnCall);
            Decide(DecisionKind.OperatorChanged, op);
            WithdrawAll(call);
            return;
        }

        op.Call = null;
        if (result is OfferResult.Rejected or OfferResult.Missed or OfferResult.DeviceGone)
        {
            call.Excluded[op.Index] = Now + options.DeclinePause.Ticks;
        }

        op.Misses = result switch { OfferResult.Missed => op.Misses + 1, OfferResult.Rejected => 0, _ => op.Misses };
        var paused = result == OfferResult.Missed && op.Misses == options.MissesBeforeBreak;
        if (paused || result == OfferResult.DeviceGone)
        {
            (op.Presence, op.Misses) = (OperatorPresence.Break, paused ? 0 : op.Misses);
        }

        var waitsAgain = call.OfferedTo.Count == 0;
        if (waitsAgain)
        {
            Stay(call);
            Decisions.Add(new NaiveDecision(DecisionKind.Requeued, call.Number, -1, 0, default));
        }

        Settle(op);
        if (paused)
        {
            Decide(DecisionKind.OperatorPaused, op);
        }

        if (waitsAgain && call.Place == CallPlace.Waiting)
        {
            OfferWaiting(call);
        }
    }

    private void WithdrawAll(NaiveCall call)
    {
        var losers = call.OfferedTo.ToList();
        call.OfferedTo.Clear();
        foreach (var op in losers)
        {
            op.Call = null;
            Decisions.Add(new NaiveDecision(DecisionKind.Withdrawn, call.Number, op.Index, op.Offer, op.State));
            Settle(op);
        }
    }

    private static OperatorState Wished(NaiveOperator op) => Enum.Parse<OperatorState>(op.Presence.ToString());

    private void Settle(NaiveOperator op)
    {
        Enter(op, Wished(op));
        if (op.State == OperatorState.Available)
        {
            // Who is offered a call at once is told of by the offer alone.
            if (!OfferNext(op))
            {
                Decide(DecisionKind.OperatorChanged, op);
            }

            return;
        }

        Decide(DecisionKind.OperatorChanged, op);
        JoinLanes(op, _ => op.State == OperatorState.Offline);
        foreach (var company in op.Profile.Companies.Select(a => a.Company))
        {
            var limits = _companies[company].Limits;
            for (var i = 0; i < limits.Count; i++)
            {
                if (limits[i].Kind is LimitKind.NobodyOnline or LimitKind.EverybodyOnBreak && IsReached(limits[i], company, 0))
                {
                    foreach (var call in Waiting.Where(c => c.Company == company && MayExit(c, limits[i])).OrderBy(Strictness).ThenBy(Time).ThenBy(c => c.Number).ToList())
                    {
                        Exit(call, i);
                    }
                }
            }
        }
    }

    private void Enter(NaiveOperator op, OperatorState state)
    {
        op.Due = null;
        if (op.State != state)
        {
            if (op.State == OperatorState.Offline)
            {
                (op.CallsTaken, op.TalkTime) = (0, 0);
            }

            (op.State, op.Since) = (state, Now);
            if (state == OperatorState.Available)
            {
                (op.IdleTurn, op.Draw) = (++_idleTurn, _random.Next());
            }
        }
    }

    private void Decide(DecisionKind kind, NaiveOperator op) =>
        Decisions.Add(new NaiveDecision(kind, op.Call?.Number ?? -1, op.Index, op.Offer, op.State));
}
