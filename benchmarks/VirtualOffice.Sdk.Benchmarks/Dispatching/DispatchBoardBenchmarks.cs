using BenchmarkDotNet.Attributes;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Benchmarks.Dispatching;

/// <summary>One arrival and one release with so many calls waiting and everybody busy: the board against lists and LINQ.</summary>
[MemoryDiagnoser]
public class DispatchBoardBenchmarks
{
    private readonly List<DispatchDecision> _decisions = [];
    private readonly Queue<CallId> _boardBusy = new();
    private readonly Queue<CallId> _naiveBusy = new();
    private DispatchWorkload _workload = new();
    private OfficeBoard _board = null!;
    private NaiveDispatcher _naive = null!;
    private int _calls;

    [Params(100, 10_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _workload = new DispatchWorkload();
        _naive = new NaiveDispatcher(_workload);
        _naive.Open();
        _board = new OfficeBoard(new DispatchOptions(TimeSpan.Zero, TimeSpan.Zero), new CountingIds());
        foreach (var op in _workload.Operators)
        {
            Apply(new DispatchCommand.DefineOperator(op));
            Apply(new DispatchCommand.SetPresence(op.Id, OperatorPresence.Available, null));
        }

        while (_board.Waiting < Waiting)
        {
            ArriveAtBoard();
        }

        while (_naive.Waiting < Waiting)
        {
            ArriveAtNaive();
        }
    }

    [Benchmark(Baseline = true)]
    public void ListsAndLinq()
    {
        ArriveAtNaive();
        if (_naive.Release(_naiveBusy.Dequeue()) is { } next)
        {
            _naiveBusy.Enqueue(next);
        }
    }

    [Benchmark]
    public void Board()
    {
        ArriveAtBoard();
        Apply(new DispatchCommand.Release(_boardBusy.Dequeue()));
    }

    private void ArriveAtNaive()
    {
        var call = DispatchWorkload.Call(++_calls);
        if (_naive.Arrive(call, _workload.NextCompany(), _workload.Start.AddMilliseconds(_calls)) is { } taken)
        {
            _naiveBusy.Enqueue(taken);
        }
    }

    private void ArriveAtBoard()
    {
        var call = DispatchWorkload.Call(++_calls);
        Apply(new DispatchCommand.Enqueue(call, _workload.NextCompany(), _workload.Start.AddMilliseconds(_calls)));
    }

    private void Apply(DispatchCommand command)
    {
        _decisions.Clear();
        _board.Apply(command, _workload.Start, _decisions);
        for (var i = 0; i < _decisions.Count; i++)
        {
            if (_decisions[i] is { Call: { } call, Offer: var offer, Operator: { } op })
            {
                _board.Apply(new DispatchCommand.EndOffer(call, op.Definition.Id, offer, OfferResult.Accepted), _workload.Start, _decisions);
                _boardBusy.Enqueue(call);
            }
        }
    }
}
