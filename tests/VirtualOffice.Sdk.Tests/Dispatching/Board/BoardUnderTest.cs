using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

/// <summary>A board, its clock in seconds, and what it has decided so far.</summary>
internal sealed class BoardUnderTest
{
    private readonly DecisionBuffer _decisions = new();

    public BoardUnderTest(BoardOptions? options = null) => Board = new DispatchBoard(options ?? new BoardOptions(), _decisions);

    public DispatchBoard Board { get; }

    /// <summary>Seconds since the start; not zero, so that calls can have come before.</summary>
    public double Now { get; private set; } = 10_000;

    public IReadOnlyList<Decision> Decisions => _decisions.Span.ToArray();

    /// <summary>The offers made, as call's slot and operator.</summary>
    public IReadOnlyList<(CallHandle Call, int Operator)> Offers => [.. Decisions.Where(d => d.Kind == DecisionKind.Offered).Select(d => (d.Call, d.Operator))];

    /// <summary>The calls that reached a limit, and which.</summary>
    public IReadOnlyList<(CallHandle Call, int Limit)> Exits => [.. Decisions.Where(d => d.Kind == DecisionKind.Exited).Select(d => (d.Call, d.Offer))];

    public long Ticks => At(Now);

    public int Company(CompanyPolicy? policy = null)
    {
        var company = Board.AddCompany(policy ?? CompanyPolicy.Default);
        Board.OpenLane(company);
        return company;
    }

    public int Operator(params CompanyAssignment[] companies) => Operator(new OperatorProfile { Companies = companies });

    public int Operator(OperatorProfile profile)
    {
        var op = Board.AddOperator(profile, Ticks);
        Wish(op, OperatorPresence.Available);
        return op;
    }

    public void Wish(int op, OperatorPresence presence) => Board.SetPresence(op, presence, Ticks);

    public CallHandle Call(int company, double waited = 0, int band = PriorityBand.Normal, params SkillLevel[] skills) =>
        Board.Enqueue(Board.OpenLane(company, skills), band, At(Now - waited), Ticks);

    /// <summary>A call for the operator who last served its caller, for so many seconds.</summary>
    public CallHandle CallFor(int op, double seconds, int company) =>
        Board.EnqueueFor(op, At(Now + seconds), Board.OpenLane(company), PriorityBand.Normal, Ticks, Ticks);

    public void End(int op, OfferResult result) => Board.EndOffer(new OfferHandle(op, Board.StatusOf(op).Offer), result, Ticks);

    public void Release(CallHandle call) => Board.Release(call, Ticks);

    public void Leave(CallHandle call) => Board.Leave(call, Ticks);

    public OperatorState StateOf(int op) => Board.StatusOf(op).State;

    /// <summary>Lets time pass.</summary>
    public void Pass(double seconds)
    {
        Now += seconds;
        Board.PassTime(Ticks);
    }

    private static long At(double seconds) => (long)(seconds * TimeSpan.TicksPerSecond);
}
