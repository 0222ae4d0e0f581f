using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Staffing;

/// <summary>Runs the real board on virtual time: nothing waits, and the same seed gives the same day.</summary>
internal sealed class BoardSimulation
{
    private const int Vip = 0;

    private readonly SimulatedOffice _office;
    private readonly long _interval;
    private readonly int _intervals;
    private readonly DecisionBuffer _decisions = new();
    private readonly DispatchBoard _board;
    private readonly PriorityQueue<SimulationEvent, long> _events = new();
    private readonly long[] _busySince;
    private SimulatedCall[] _calls = new SimulatedCall[64];
    private SplitMix _arrivals;
    private SplitMix _talks;
    private SplitMix _patiences;
    private long _now;
    private long _countFrom;
    private long _countUntil = long.MaxValue;
    private long _waiting;

    /// <param name="office">What to simulate.</param>
    /// <param name="seed">Which of the endless number of days.</param>
    /// <param name="firstInterval">With which interval it begins.</param>
    public BoardSimulation(SimulatedOffice office, int seed, int firstInterval = 0)
    {
        (_office, _interval, _intervals) = (office, office.Interval.Ticks, office.Companies.Max(c => c.Calls.Count));
        (_arrivals, _talks, _patiences) = (new SplitMix(seed), new SplitMix(seed ^ 0x5bd1e995), new SplitMix(seed ^ 0x1b873593));
        _now = firstInterval * _interval;
        _board = new DispatchBoard(new BoardOptions { MaxCompaniesPerOperator = int.MaxValue }, _decisions);
        Tallies = new CallTally[office.TallyByInterval ? _intervals : office.Companies.Count * 2];
        (BusyTime, _busySince) = (new double[office.Operators.Count], new long[office.Operators.Count]);
        foreach (var company in office.Companies)
        {
            QueueLimit[] limits = company.MaxWaiting is { } most ? [new QueueLimit(LimitKind.QueueLength, QueueExitKind.Busy) { Count = most }] : [];
            _board.OpenLane(_board.AddCompany(new CompanyPolicy { WrapUp = office.WrapUp, Limits = limits }));
        }

        foreach (var serves in office.Operators)
        {
            _board.AddOperator(new OperatorProfile { Companies = [.. serves.Select(c => new CompanyAssignment(c))] }, _now);
        }

        BeginInterval();
        for (var company = 0; company < office.Companies.Count; company++)
        {
            PlanArrival(company);
        }
    }

    /// <summary>By company, others and then VIPs, or by interval.</summary>
    public CallTally[] Tallies { get; }

    /// <summary>How long each operator had a call, in ticks.</summary>
    public double[] BusyTime { get; }

    /// <summary>The number of waiting calls × how long they were so many, in ticks.</summary>
    public double QueueTime { get; private set; }

    /// <summary>Lets time pass.</summary>
    /// <param name="until">Until when.</param>
    /// <param name="countFrom">Calls that come from then on count.</param>
    /// <param name="countUntil">Calls that come from then on don't count.</param>
    public void Run(TimeSpan until, TimeSpan countFrom = default, TimeSpan? countUntil = null)
    {
        (_countFrom, _countUntil) = (countFrom.Ticks, countUntil?.Ticks ?? long.MaxValue);
        while (true)
        {
            var next = _events.TryPeek(out _, out var due) ? due : long.MaxValue;
            var deadline = _board.NextDue;
            if (Math.Min(next, deadline) > until.Ticks)
            {
                PassTo(until.Ticks);
                return;
            }

            if (deadline <= next)
            {
                PassTo(deadline);
                _board.PassTime(_now);
            }
            else
            {
                PassTo(next);
                Happen(_events.Dequeue());
            }

            Answer();
        }
    }

    /// <summary>Counts the calls that operators have now as far as they have come.</summary>
    public void Close()
    {
        for (var op = 0; op < BusyTime.Length; op++)
        {
            if (_board.StatusOf(op).State == OperatorState.OnCall)
            {
                BusyTime[op] += _now - Math.Max(_busySince[op], _countFrom);
            }
        }
    }

    private void PassTo(long now)
    {
        if (now > _countFrom)
        {
            QueueTime += (double)_waiting * (now - Math.Max(_now, _countFrom));
        }

        _now = now;
    }

    private void Happen(SimulationEvent e)
    {
        switch (e.Kind)
        {
            case SimulationEventKind.Arrival:
                Arrive(e.Company);
                PlanArrival(e.Company);
                break;
            case SimulationEventKind.End:
                var op = _board.StatusOf(e.Call).Operator;
                BusyTime[op] += Math.Max(0, _now - Math.Max(_busySince[op], _countFrom));
                _board.Release(e.Call, _now);
                break;
            case SimulationEventKind.PatienceEnds when _board.StatusOf(e.Call).Place == CallPlace.Waiting:
                GiveUp(e.Call);
                break;
            case SimulationEventKind.IntervalBegins:
                BeginInterval();
                break;
        }
    }

    private void Arrive(int company)
    {
        var vip = _office.Companies[company].VipShare is var share and > 0 && _arrivals.Next() <= share;
        var (talk, patience) = (Exponential(ref _talks, _office.Talk), _office.Patience is { } mean ? Exponential(ref _patiences, mean) : 0);
        var handle = _board.Enqueue(company, vip ? Vip : PriorityBand.Normal, _now, _now);
        var counts = _now >= _countFrom && _now < _countUntil;
        var tally = !counts ? -1 : _office.TallyByInterval ? IntervalOf(_now) : (company * 2) + (vip ? 1 : 0);
        if (handle.Slot >= _calls.Length)
        {
            Array.Resize(ref _calls, Math.Max(_calls.Length * 2, handle.Slot + 1));
        }

        var place = _board.StatusOf(handle).Place;
        _calls[handle.Slot] = new SimulatedCall(tally, _now, talk, place == CallPlace.Waiting);
        if (tally >= 0)
        {
            Tallies[tally].Offered++;
            Tallies[tally].Waited += place == CallPlace.Waiting ? 1 : 0;
            Tallies[tally].Blocked += place == CallPlace.Nowhere ? 1 : 0;
        }

        if (place == CallPlace.Waiting)
        {
            _waiting++;
            if (patience > 0)
            {
                _events.Enqueue(new SimulationEvent(SimulationEventKind.PatienceEnds, company, handle), _now + patience);
            }
        }
    }

    private void GiveUp(CallHandle handle)
    {
        _waiting--;
        ref var call = ref _calls[handle.Slot];
        if (call.Tally >= 0)
        {
            Tallies[call.Tally].Abandoned++;
            Tallies[call.Tally].Wait += _now - call.Arrived;
        }

        _board.Leave(handle, _now);
    }

    /// <summary>Operators take what they are offered, at once.</summary>
    private void Answer()
    {
        for (var i = 0; i < _decisions.Count; i++)
        {
            if (_decisions[i].Kind != DecisionKind.Offered)
            {
                continue;
            }

            var (handle, offer) = (_decisions[i].Call, _decisions[i].OfferHandle);
            ref var call = ref _calls[handle.Slot];
            var wait = _now - call.Arrived;
            _waiting -= call.Waited ? 1 : 0;
            if (call.Tally >= 0)
            {
                Tallies[call.Tally].Wait += wait;
                Tallies[call.Tally].AnsweredInTime += wait <= _office.AnswerWithin.Ticks ? 1 : 0;
            }

            _busySince[offer.Operator] = _now;
            _board.EndOffer(offer, OfferResult.Accepted, _now);
            _events.Enqueue(new SimulationEvent(SimulationEventKind.End, 0, handle), _now + call.Talk);
        }

        _decisions.Clear();
    }

    private void BeginInterval()
    {
        var interval = IntervalOf(_now);
        var staff = _office.Staff.Count == 0 ? _office.Operators.Count : _office.Staff[Math.Min(interval, _office.Staff.Count - 1)];
        for (var op = 0; op < _office.Operators.Count; op++)
        {
            var presence = op < staff ? OperatorPresence.Available : OperatorPresence.Offline;
            if (_board.StatusOf(op).Presence != presence)
            {
                _board.SetPresence(op, presence, _now);
            }
        }

        if (interval + 1 < _office.Staff.Count)
        {
            _events.Enqueue(new SimulationEvent(SimulationEventKind.IntervalBegins, 0, CallHandle.None), (interval + 1) * _interval);
        }
    }

    private void PlanArrival(int company)
    {
        var calls = _office.Companies[company].Calls;
        var at = _now;
        while (true)
        {
            // The exponential has no memory: where the rate changes, the wait for the next caller may begin anew.
            var interval = (int)Math.Min(at / _interval, calls.Count - 1);
            var ends = interval == calls.Count - 1 ? long.MaxValue : (interval + 1) * _interval;
            var next = calls[interval] > 0 ? at + Exponential(ref _arrivals, _office.Interval / calls[interval]) : long.MaxValue;
            if (next < ends)
            {
                _events.Enqueue(new SimulationEvent(SimulationEventKind.Arrival, company, CallHandle.None), next);
                return;
            }

            if (ends == long.MaxValue)
            {
                return;
            }

            at = ends;
        }
    }

    private int IntervalOf(long time) => (int)Math.Min(time / _interval, _intervals - 1);

    private static long Exponential(ref SplitMix random, TimeSpan mean) => Math.Max(1, (long)(-Math.Log(random.Next()) * mean.Ticks));
}
