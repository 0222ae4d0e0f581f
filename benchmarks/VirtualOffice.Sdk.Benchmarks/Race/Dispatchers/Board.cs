using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>Ours, with everything on: states, offers that are accepted or missed, a deadline for each offer and wrap-up, exclusions, breaks.</summary>
/// <param name="strategy">Who is first; null for who has been idle the longest.</param>
internal sealed class Board(IRoutingStrategy? strategy = null) : Dispatcher
{
    private static readonly TimeSpan s_wrapUp = TimeSpan.FromSeconds(30);

    private readonly DecisionBuffer _decisions = new();
    private DispatchBoard _board = null!;
    private CallHandle[] _handles = [];
    private CallHandle[] _served = [];
    private int[] _numbers = new int[1_024];

    public DispatchBoard Inner => _board;

    public override void Open(Crew crew, int calls)
    {
        _board = new DispatchBoard(new BoardOptions { OfferLimit = TimeSpan.FromSeconds(20), MissesBeforeBreak = 1 }, _decisions);
        (_handles, _served) = (new CallHandle[calls], new CallHandle[crew.Operators]);
        for (var company = 0; company < Crew.Companies; company++)
        {
            _board.OpenLane(_board.AddCompany(new CompanyPolicy { Strategy = strategy }));
        }

        for (var p = 0; p < crew.Operators; p++)
        {
            var op = _board.AddOperator(new OperatorProfile { Companies = [.. crew.Serves[p].Select(c => new CompanyAssignment(c))] }, 0);
            _served[p] = _board.Restore(crew.Serves[p][0], PriorityBand.Normal, 0, op, offered: false, 0);
            Keep(p, _served[p]);
            _board.SetPresence(op, OperatorPresence.Available, 0);
        }

        _decisions.Clear();
    }

    public override void Arrive(int call, int company, int band, long now, bool missed)
    {
        _board.PassTime(now);
        Keep(call, _board.Enqueue(company, band, now, now));
        Answer(now, missed);
    }

    public override void Release(int op, long now, bool missed)
    {
        _board.PassTime(now);
        _board.Release(_served[op], now);
        Answer(now, missed);
    }

    public override void ReleaseToWrapUp(int op, long now)
    {
        _board.PassTime(now);
        _board.Release(_served[op], now, s_wrapUp);
        _decisions.Clear();
    }

    public override void EndWrapUp(int op, long now, bool missed)
    {
        _board.PassTime(now);
        _board.EndWrapUp(op, now);
        Answer(now, missed);
    }

    public override void EndBreak(int op, long now, bool missed)
    {
        _board.PassTime(now);
        _board.SetPresence(op, OperatorPresence.Available, now);
        Answer(now, missed);
    }

    public override void Abandon(int call, long now)
    {
        _board.PassTime(now);
        _board.Leave(_handles[call], now);
        _decisions.Clear();
    }

    private void Keep(int call, CallHandle handle)
    {
        if (handle.Slot >= _numbers.Length)
        {
            Array.Resize(ref _numbers, _numbers.Length * 2);
        }

        (_handles[call], _numbers[handle.Slot]) = (handle, call);
    }

    private void Answer(long now, bool missed)
    {
        for (var i = 0; i < _decisions.Count; i++)
        {
            if (_decisions[i].Kind != DecisionKind.Offered)
            {
                continue;
            }

            var (call, op, offer) = (_numbers[_decisions[i].Call.Slot], _decisions[i].Operator, _decisions[i].OfferHandle);
            if (missed)
            {
                missed = false;
                Missed(call, op);
                _board.EndOffer(offer, OfferResult.Missed, now);
            }
            else
            {
                Assigned(call, op);
                _served[op] = _decisions[i].Call;
                _board.EndOffer(offer, OfferResult.Accepted, now);
            }
        }

        _decisions.Clear();
    }
}
