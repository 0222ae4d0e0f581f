using VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Makes a tape by letting a dispatcher play along, so that an event can name an operator who is busy then, or a call that waits then.</summary>
internal sealed class TapeRecorder
{
    private const int WrapUpSteps = 700;
    private const int BreakSteps = 1_700;

    private readonly Random _random = new(42);
    private readonly Crew _crew;
    private readonly Dispatcher _dispatcher;
    private readonly double[]? _zipf;
    private readonly bool _mishaps;
    private readonly List<TapeEvent> _events = [];
    private readonly NumberSet _busy;
    private readonly NumberSet _waiting;
    private readonly Queue<(int Step, int Operator)> _wrapUps = new();
    private readonly Queue<(int Step, int Operator)> _breaks = new();
    private int _calls;
    private int _step;

    private TapeRecorder(Crew crew, Dispatcher dispatcher, bool zipf, bool mishaps, int events)
    {
        (_crew, _dispatcher, _mishaps, _calls) = (crew, dispatcher, mishaps, crew.Operators);
        (_busy, _waiting) = (new NumberSet(crew.Operators), new NumberSet(crew.Operators + events));
        if (zipf)
        {
            _zipf = new double[Crew.Companies];
            var sum = 0.0;
            for (var i = 0; i < _zipf.Length; i++)
            {
                _zipf[i] = sum += 1.0 / (i + 1);
            }
        }

        for (var p = 0; p < crew.Operators; p++)
        {
            _busy.Add(p);
        }
    }

    /// <param name="name">What to call it.</param>
    /// <param name="crew">Who serves whom.</param>
    /// <param name="dispatcher">Plays along.</param>
    /// <param name="zipf">Whether the k-th company is called 1/k times as often as the first, instead of all alike.</param>
    /// <param name="waiting">How many calls wait when the clock starts; if negative, how many operators are idle.</param>
    /// <param name="events">How many events to time.</param>
    /// <param name="mishaps">Whether 5 % of offers are missed, which sends the operator on a break, and 5 % of releases lead to a wrap-up.</param>
    public static Tape Record(string name, Crew crew, Dispatcher dispatcher, bool zipf, int waiting, int events, bool mishaps = true)
    {
        var prefix = Math.Abs(waiting);
        dispatcher.Open(crew, crew.Operators + prefix + events);
        var recorder = new TapeRecorder(crew, dispatcher, zipf, mishaps, prefix + events);
        for (var i = 0; i < prefix; i++)
        {
            if (waiting > 0)
            {
                recorder.Arrive();
            }
            else
            {
                recorder.ReleaseSomebody();
            }
        }

        var arrival = true;
        while (recorder._events.Count < prefix + events)
        {
            arrival = recorder.Next(arrival);
        }

        return new Tape(name, crew, [.. recorder._events[..prefix]], [.. recorder._events[prefix..]], recorder._calls);
    }

    private bool Next(bool arrival)
    {
        if (_wrapUps.TryPeek(out var wrapUp) && wrapUp.Step <= _step)
        {
            Put(new TapeEvent(_wrapUps.Dequeue().Operator, 0, TapeKind.EndWrapUp, Chance()));
            return arrival;
        }

        if (_breaks.TryPeek(out var pause) && pause.Step <= _step)
        {
            Put(new TapeEvent(_breaks.Dequeue().Operator, 0, TapeKind.EndBreak, Chance()));
            return arrival;
        }

        if (arrival)
        {
            Arrive();
        }
        else if (_waiting.Count > 0 && (_busy.Count == 0 || _random.Next(10) == 0))
        {
            var call = _waiting[_random.Next(_waiting.Count)];
            _waiting.Remove(call);
            Put(new TapeEvent(call, 0, TapeKind.Abandon, 0));
        }
        else if (_busy.Count > 0)
        {
            ReleaseSomebody();
        }

        return !arrival;
    }

    private void Arrive()
    {
        var lot = _random.Next(100);
        var band = lot < 1 ? 0 : lot < 10 ? 1 : lot < 90 ? 2 : 3;
        _waiting.Add(_calls);
        Put(new TapeEvent(_calls++, (short)Company(), TapeKind.Arrive, (byte)(band | Chance())));
    }

    private void ReleaseSomebody()
    {
        var op = _busy[_random.Next(_busy.Count)];
        _busy.Remove(op);
        if (_mishaps && _random.Next(20) == 0)
        {
            _wrapUps.Enqueue((_step + WrapUpSteps, op));
            Put(new TapeEvent(op, 0, TapeKind.ReleaseToWrapUp, 0));
        }
        else
        {
            Put(new TapeEvent(op, 0, TapeKind.Release, Chance()));
        }
    }

    private int Company()
    {
        if (_zipf is null)
        {
            return _random.Next(Crew.Companies);
        }

        var at = Array.BinarySearch(_zipf, _random.NextDouble() * _zipf[^1]);
        return Math.Min(at < 0 ? ~at : at, _zipf.Length - 1);
    }

    private byte Chance() => _mishaps && _random.Next(20) == 0 ? TapeEvent.Missed : (byte)0;

    private void Put(TapeEvent e)
    {
        _events.Add(e);
        (_dispatcher.LastCall, _dispatcher.LastMissed) = (-1, -1);
        Tape.Play(_dispatcher, [e], _step++);
        if (_dispatcher.LastMissed >= 0)
        {
            _breaks.Enqueue((_step + BreakSteps, _dispatcher.LastMissed));
        }

        if (_dispatcher.LastCall >= 0)
        {
            _busy.Add(_dispatcher.LastOperator);
            _waiting.Remove(_dispatcher.LastCall);
        }
    }
}
