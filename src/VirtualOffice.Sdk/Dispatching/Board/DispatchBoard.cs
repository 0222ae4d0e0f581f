using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>
/// Who waits, who is free, and who gets what. Pure and synchronous: every method changes the board and adds its decisions to the caller's buffer; the board knows no tasks, locks or clock,
/// and allocates nothing once it has grown. Companies, lanes, operators and calls are numbers; who needs names keeps them. Time is in ticks of 100 ns from any start, zero or later, and never goes back.
/// </summary>
/// <remarks>
/// After every command no operator stands idle while a call waits that this operator may take now: so a newcomer is matched with the idle operators of its lane alone,
/// and an operator who becomes free with the heads of the few lanes they serve.
/// </remarks>
internal sealed partial class DispatchBoard
{
    private readonly DecisionBuffer _decisions;
    private readonly BandKeys _keys;
    private readonly CallTable _calls = new();
    private readonly SeatTable _seats = new();
    private readonly ExclusionTable _exclusions = new();
    private readonly TimingWheel _wheel = new();
    private readonly OperatorTable _operators = new();
    private readonly IdleTable _idle;
    private readonly LaneTable _lanes;
    private readonly List<BoardCompany> _companies = [];
    private readonly List<int> _scratch = [];

    /// <summary>How long an offer lasts, in ticks; <see cref="long.MaxValue"/> for as long as nobody ends it.</summary>
    private readonly long _offerLimit;
    private long _idleTurn;
    private long _offerTurn;

    /// <param name="options">The policy.</param>
    /// <param name="decisions">Takes up the decisions; the caller reads and clears it.</param>
    public DispatchBoard(BoardOptions options, DecisionBuffer decisions)
    {
        (Options, _decisions) = (options, decisions);
        _keys = new BandKeys(options.Bands);
        _offerLimit = options.OfferLimit?.Ticks ?? long.MaxValue;
        _lanes = new LaneTable(_calls, _keys);
        _idle = new IdleTable(_seats, _operators);
    }

    public BoardOptions Options { get; }

    /// <summary>When the board next wants <see cref="PassTime"/>; <see cref="long.MaxValue"/> for never. Nothing is due before.</summary>
    public long NextDue => _wheel.NextDue;

    /// <summary>How many calls are on the board: waiting, offered, or with an operator.</summary>
    public int Calls => _calls.Count;

    public int Companies => _companies.Count;

    public int Lanes => _lanes.Count;

    public int Operators => _operators.Count;

    public OperatorStatus StatusOf(int op)
    {
        ref var o = ref _operators[op];
        return new OperatorStatus(o.State, o.Reason, o.Presence, o.Since, o.Call < 0 ? CallHandle.None : _calls.HandleOf(o.Call), o.Offer, o is { State: OperatorState.WrapUp, Timer: >= 0 } ? _wheel.DueOf(o.Timer) : long.MaxValue);
    }

    public CallStatus StatusOf(CallHandle handle)
    {
        var slot = _calls.Find(handle);
        if (slot < 0)
        {
            return new CallStatus(CallPlace.Nowhere, -1, 0, 0, -1);
        }

        ref var call = ref _calls[slot];
        return new CallStatus(call.Place, call.Lane, call.Band, call.EnqueuedAt, call.Place == CallPlace.Waiting ? -1 : call.Operator);
    }

    /// <summary>Adds a company.</summary>
    public int AddCompany(CompanyPolicy policy)
    {
        var company = new BoardCompany(_companies.Count);
        company.Replace(policy);
        _companies.Add(company);
        return company.Index;
    }

    /// <summary>Gives a company another policy; it holds for the calls that wait, too.</summary>
    public void SetCompany(int company, CompanyPolicy policy, long now)
    {
        var changed = _companies[company];
        foreach (var (op, _, _) in changed.Operators)
        {
            Leave(ref _operators[op], changed);
        }

        changed.Replace(policy);
        foreach (var lane in changed.Lanes)
        {
            _lanes.Adopt(changed, lane);
            _idle.Clear(lane);
        }

        foreach (var (op, _, _) in changed.Operators)
        {
            Stand(ref _operators[op], changed);
        }

        OfferAll(changed, now);
    }

    /// <summary>The lane of a company's calls that need these skills, opened if there is none.</summary>
    public int OpenLane(int company, params ReadOnlySpan<SkillLevel> skills)
    {
        var owner = _companies[company];
        foreach (var lane in owner.Lanes)
        {
            if (_lanes.SkillsOf(lane).AsSpan().SequenceEqual(skills))
            {
                return lane;
            }
        }

        var opened = _lanes.Open(owner, skills.ToArray());
        _idle.Open(opened);
        owner.Lanes.Add(opened);
        foreach (var (op, ring, order) in owner.Operators)
        {
            AddSeat(ref _operators[op], opened, ring, order);
        }

        return opened;
    }

    private void Decide(DecisionKind kind, ref BoardOperator op) =>
        _decisions.Add(new Decision(kind, op.Call < 0 ? CallHandle.None : _calls.HandleOf(op.Call), op.Index, op.Offer, op.State));
}
