using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Operators;
using OfferMode = VirtualOffice.Sdk.Companies.OfferMode;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

/// <summary>The board and the naive one, given the same commands; after each their decisions are compared, and what must always hold is looked at.</summary>
internal sealed class BoardPair
{
    private const int Companies = 3;

    private static readonly SkillLevel[][] Needs = [[], [new(1, 1)], [new(1, 2), new(2, 1)]];

    private readonly DecisionBuffer _decisions = new();
    private readonly DispatchBoard _board;
    private readonly NaiveBoard _naive;
    private readonly List<CallHandle> _handles = [];
    private readonly Dictionary<CallHandle, int> _numbers = [];
    private readonly Random _random;
    private long _now = TimeSpan.TicksPerHour;

    public BoardPair(int seed)
    {
        _random = new Random(seed);
        var options = new BoardOptions
        {
            MissesBeforeBreak = _random.Next(3),
            OfferLimit = Maybe() ? TimeSpan.FromSeconds(30) : null,
            MaxCompaniesPerOperator = Companies,
            Seed = seed,
            Bands = Maybe() ? PriorityBand.Usual : [new(HeadStart: null), new(TimeSpan.FromSeconds(10)), new(HeadStart: null), new(TimeSpan.Zero)],
        };
        (_board, _naive) = (new DispatchBoard(options, _decisions), new NaiveBoard(options, Needs) { Now = _now });
        for (var i = 0; i < Companies; i++)
        {
            var policy = Policy();
            _board.AddCompany(policy);
            _naive.AddCompany(policy);
            foreach (var need in Needs)
            {
                _board.OpenLane(i, need);
            }
        }

        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            var profile = Profile();
            _board.AddOperator(profile, _now);
            _naive.AddOperator(profile);
        }
    }

    public int Offers { get; private set; }

    /// <summary>Carries out a command chosen by these numbers.</summary>
    public void Step(int what, int a, int b, int milliseconds)
    {
        _now += milliseconds * TimeSpan.TicksPerMillisecond;
        _naive.Now = _now;
        _board.PassTime(_now);
        _naive.PassTime();
        Compare("time passed");
        Command(what, a % _board.Operators, b);
        Compare($"command {what} with {a} and {b}");
    }

    private void Command(int what, int op, int b)
    {
        var call = _handles.Count == 0 ? -1 : _handles.Count - 1 - (b % Math.Min(_handles.Count, 12));
        switch (what)
        {
            case < 10:
                Enqueue(op, b);
                break;
            case < 20:
                var offer = _board.StatusOf(op).Offer - (b % 7 == 0 ? 1 : 0);
                var result = (OfferResult)(b % 11 > 5 ? 0 : b % 11);
                _board.EndOffer(new OfferHandle(op, offer), result, _now);
                _naive.EndOffer(op, offer, result);
                break;
            case < 24:
                var presence = (OperatorPresence)(b % 5 > 2 ? 1 : b % 5);
                _board.SetPresence(op, presence, _now);
                _naive.SetPresence(op, presence);
                break;
            case < 30 when _board.StatusOf(op) is { State: OperatorState.OnCall, Call: var served }:
                var wrapUp = TimeSpan.FromSeconds(b % 3);
                _board.Release(served, _now, wrapUp);
                _naive.Release(_numbers[served], wrapUp);
                break;
            case 30 or 31 when call >= 0:
                _board.Leave(_handles[call], _now);
                _naive.Leave(call, default);
                break;
            case 32 when call >= 0:
                _board.SetBand(_handles[call], b % 4);
                _naive.SetBand(call, b % 4);
                break;
            case 33:
                _board.EndWrapUp(op, _now);
                _naive.EndWrapUp(op);
                break;
            case 34:
                var until = b % 5 == 0 ? long.MaxValue : _now + (((b % 20) + 1) * TimeSpan.TicksPerSecond);
                _board.ExtendWrapUp(op, until, _now);
                _naive.ExtendWrapUp(op, until);
                break;
            case 35:
                var profile = Profile();
                _board.SetOperator(op, profile, _now);
                _naive.SetOperator(op, profile);
                break;
            case 36:
                var policy = Policy();
                _board.SetCompany(b % Companies, policy, _now);
                _naive.SetCompany(b % Companies, policy);
                break;
            case 38 or 39:
                Enqueue(op, b, sticky: op);
                break;
            case 37:
                var restored = _board.Restore(_board.OpenLane(b % Companies), PriorityBand.Normal, _now, op, b % 2 == 0, _now);
                Assert.Equal(restored != CallHandle.None, _naive.Restore(b % Companies, op, b % 2 == 0));
                if (restored != CallHandle.None)
                {
                    Register(restored);
                }

                break;
        }
    }

    private void Enqueue(int a, int b, int sticky = -1)
    {
        var (company, need, band) = ((a + b) % Companies, Needs[b % 9 > 2 ? 0 : b % 9], b % 7 > 3 ? PriorityBand.Normal : b % 7);
        var enqueuedAt = _now - (b % 4 == 0 ? b * TimeSpan.TicksPerMillisecond * 30 : 0);
        if (sticky >= 0)
        {
            var until = _now + ((b % 10) * TimeSpan.TicksPerSecond);
            Register(_board.EnqueueFor(sticky, until, _board.OpenLane(company, need), band, enqueuedAt, _now));
            _naive.EnqueueFor(sticky, until, company, need, band, enqueuedAt);
            return;
        }

        if (b % 13 == 0)
        {
            Register(_board.EnqueueOverflowed(_board.OpenLane(company, need), band, enqueuedAt, _now));
            _naive.EnqueueOverflowed(company, need, band, enqueuedAt);
            return;
        }

        if (b % 17 == 0)
        {
            Register(_board.EnqueuePatient(_board.OpenLane(company, need), band, enqueuedAt, _now));
            _naive.EnqueuePatient(company, need, band, enqueuedAt);
            return;
        }

        Register(_board.Enqueue(_board.OpenLane(company, need), band, enqueuedAt, _now));
        _naive.Enqueue(company, need, band, enqueuedAt);
    }

    private void Register(CallHandle handle)
    {
        _numbers.Add(handle, _handles.Count);
        _handles.Add(handle);
    }

    private void Compare(string after)
    {
        var decided = _decisions.Span.ToArray().Select(d => new NaiveDecision(d.Kind, d.Call == CallHandle.None ? -1 : _numbers[d.Call], d.Operator, d.Offer, d.State)).ToList();
        Assert.True(_naive.Decisions.SequenceEqual(decided), $"After {after}, expected\n{string.Join('\n', _naive.Decisions)}\nbut was\n{string.Join('\n', decided)}");
        Offers += decided.Count(d => d.Kind == DecisionKind.Offered);
        _decisions.Clear();
        _naive.Decisions.Clear();
        Assert.Equal(NextDueOf(_naive) is null, _board.NextDue == long.MaxValue);
        Assert.True(NextDueOf(_naive) is not { } due || _board.NextDue <= due);
        NobodyHasTwoCallsAndNobodyWaitsForAFreeOperator();
    }

    private static long? NextDueOf(NaiveBoard naive) =>
        naive.Operators.Select(o => o.Due).Concat(naive.Calls.Where(c => c.Place is CallPlace.Waiting or CallPlace.Apart).Select(c => c.Due)).Min();

    private void NobodyHasTwoCallsAndNobodyWaitsForAFreeOperator()
    {
        QueuesStandAsTheyAreCounted();
        Assert.Equal(_naive.Calls.Count(c => c.Place != CallPlace.Nowhere), _board.Calls);
        foreach (var op in _naive.Operators)
        {
            var status = _board.StatusOf(op.Index);
            Assert.Equal((op.State, op.Presence, op.Since), (status.State, status.Presence, status.Since));
            Assert.Equal(status.State is OperatorState.Offered or OperatorState.OnCall, _board.StatusOf(status.Call).Place is CallPlace.Offered or CallPlace.OnCall);
            Assert.True(
                status.State != OperatorState.Available || !_naive.Calls.Exists(c => _board.StatusOf(_handles[c.Number]).Place == CallPlace.Waiting && _naive.MayTake(op, c)),
                "An operator is free and a call waits that they may take.");
        }

        Assert.All(
            _handles.Select(_board.StatusOf).Where(c => c.Place == CallPlace.OnCall).GroupBy(c => c.Operator),
            served => Assert.Single(served));
    }

    private void QueuesStandAsTheyAreCounted()
    {
        Span<int> states = stackalloc int[Enum.GetValues<OperatorState>().Length];
        for (var company = 0; company < Companies; company++)
        {
            Assert.Equal(_naive.CountWaiting(company), _board.WaitingOf(company));
            var oldest = _naive.Calls.Where(c => c.Company == company && (c.Place is CallPlace.Waiting or CallPlace.Apart)).Select(c => c.EnqueuedAt).DefaultIfEmpty(long.MaxValue).Min();
            Assert.Equal(oldest, _board.OldestOf(company));
            _board.CountOperators(company, states);
            for (var state = 0; state < states.Length; state++)
            {
                Assert.Equal(_naive.Operators.Count(o => (int)o.State == state && o.Profile.Companies.Any(a => a.Company == company)), states[state]);
            }
        }
    }

    private bool Maybe() => _random.Next(2) == 0;

    private CompanyPolicy Policy() => new()
    {
        Strategy = _random.Next(8) is var i && i < RoutingStrategies.BuiltIn.Count ? RoutingStrategies.BuiltIn[i] : null,
        OfferMode = _random.Next(3) == 0 ? OfferMode.AllOfRing : OfferMode.OneAtATime,
        RingDelays = [.. Enumerable.Range(1, _random.Next(3)).Select(r => TimeSpan.FromSeconds(7 * r))],
        WrapUp = _random.Next(6) switch { 0 => TimeSpan.MaxValue, < 3 => TimeSpan.FromSeconds(3), _ => TimeSpan.Zero },
        Weight = _random.Next(1, 4),
        Limits = [.. Enumerable.Range(0, _random.Next(4) == 0 ? 3 : 0).Select(_ => new QueueLimit((LimitKind)_random.Next(6), (QueueExitKind)_random.Next(5))
        {
            Count = _random.Next(1, 6),
            Time = TimeSpan.FromSeconds(_random.Next(1, 20)),
            Lane = _random.Next(Companies * Needs.Length),
        })],
    };

    private OperatorProfile Profile() => new()
    {
        Companies = [.. Enumerable.Range(0, Companies).OrderBy(_ => _random.Next()).Take(_random.Next(1, Companies + 1)).Select(c => new CompanyAssignment(c, _random.Next(5) > 2 ? _random.Next(4) : 0))],
        Skills = [.. Enumerable.Range(1, 2).Where(_ => Maybe()).Select(s => new SkillLevel(s, _random.Next(1, 4)))],
        Choice = (CompanyChoice)_random.Next(3),
        WrapUp = TimeSpan.FromSeconds(_random.Next(2) * 2),
        Order = _random.Next(4),
        Weight = _random.Next(1, 4),
    };
}
