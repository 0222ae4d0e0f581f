using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A company on the board.</summary>
internal sealed class BoardCompany(int index)
{
    private long[] _ringDelays = [];

    /// <summary>The sliding mean of the time from one operator becoming free to the next, while calls wait; −1 as long as there is none.</summary>
    private long _meanBetweenFree = -1;

    private long _freeSince;

    public int Index { get; } = index;

    public CompanyPolicy Policy { get; private set; } = CompanyPolicy.Default;

    /// <summary>The policy's limits, where they are looked at for every call.</summary>
    public QueueLimit[] Limits { get; private set; } = [];

    /// <summary>The company's lanes, in the order they were opened.</summary>
    public List<int> Lanes { get; } = [];

    /// <summary>Who is assigned to it: the operator, the ring, and the company's place among the operator's.</summary>
    public List<(int Operator, int Ring, int Order)> Operators { get; } = [];

    /// <summary>How many calls wait, in all its lanes.</summary>
    public int Waiting { get; set; }

    /// <summary>How many operators of it are online.</summary>
    public int Online { get; set; }

    /// <summary>How many operators of it are on a break.</summary>
    public int OnBreak { get; set; }

    /// <summary>The largest key of the operators asked so far.</summary>
    public long LastKey { get; set; }

    /// <summary>The policy's wrap-up, in ticks.</summary>
    public long WrapUp { get; private set; }

    /// <summary>What its lanes keep of the policy.</summary>
    public LaneRules Rules { get; private set; }

    /// <summary>The policy's strategy; null for the list by who is idle the longest.</summary>
    public IRoutingStrategy? Strategy { get; private set; }

    /// <summary>A call is about to wait: when it is the only one, the time to the next free operator starts.</summary>
    public void StartsWaiting(long now)
    {
        if (Waiting == 0)
        {
            _freeSince = now;
        }
    }

    /// <summary>An operator has become free and is about to take a waiting call.</summary>
    public void Taken(long now)
    {
        var between = now - _freeSince;
        _meanBetweenFree = _meanBetweenFree < 0 ? between : _meanBetweenFree + ((between - _meanBetweenFree) / 8);
        _freeSince = now;
    }

    /// <summary>
    /// How long a call with so many before it can be expected to wait: (ahead + 1) × the mean time between operators becoming free, which for n busy operators with exponential
    /// service is (ahead + 1) / nμ (W. Whitt, "Predicting queueing delays", Management Science 45, 1999). −1 as long as no operator has become free while calls waited.
    /// </summary>
    public long ExpectedWait(int ahead) => _meanBetweenFree < 0 ? -1 : (ahead + 1) * _meanBetweenFree;

    public void Replace(CompanyPolicy policy)
    {
        if (policy.RingDelays.Count >= BoardOptions.MaxRings)
        {
            throw new ArgumentException($"A company has at most {BoardOptions.MaxRings} rings.", nameof(policy));
        }

        if (policy.RingDelays.Zip(policy.RingDelays.Prepend(TimeSpan.Zero)).Any(pair => pair.First < pair.Second))
        {
            throw new ArgumentException("Rings open one after the other: no delay may be shorter than the one before.", nameof(policy));
        }

        if (policy.Weight is < 1 or > 1_000)
        {
            throw new ArgumentException($"A company's weight is 1 to 1,000, not {policy.Weight}.", nameof(policy));
        }

        (Policy, Limits, _ringDelays) = (policy, [.. policy.Limits], [.. policy.RingDelays.Select(d => d.Ticks)]);
        (WrapUp, Strategy) = (policy.WrapUp.Ticks, policy.Strategy is LongestIdle ? null : policy.Strategy);
        Rules = (_ringDelays.Length == 0 ? LaneRules.None : LaneRules.LaterRings)
            | (Limits.Length == 0 ? LaneRules.None : LaneRules.Limits)
            | (policy.OfferMode == OfferMode.OneAtATime ? LaneRules.None : LaneRules.OffersToAll);
    }

    /// <summary>When a ring opens for a call.</summary>
    public long OpensAt(in CallSlot call, int ring) =>
        ring == 0 || _ringDelays.Length == 0 ? long.MinValue : call.EnqueuedAt + _ringDelays[Math.Min(ring, _ringDelays.Length) - 1];

    /// <summary>When the next ring opens for a call; <see cref="long.MaxValue"/> when all are open.</summary>
    public long NextOpening(in CallSlot call, long now)
    {
        foreach (var delay in _ringDelays)
        {
            if (call.EnqueuedAt + delay > now)
            {
                return call.EnqueuedAt + delay;
            }
        }

        return long.MaxValue;
    }
}
