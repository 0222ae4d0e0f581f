using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>What a simulated PBX consists of: its legs and bridges, and what is common to everything done with them.</summary>
/// <remarks>Everything happens under one lock. What a host waits for is completed so that none of its code runs under it.</remarks>
internal sealed class Switchboard
{
    private readonly Lock _gate = new();
    private readonly List<(Func<bool> Condition, TaskCompletionSource Reached)> _waits = [];
    private readonly Dictionary<LegId, Leg> _legs = [];
    private readonly Dictionary<LegId, Leg> _ended = [];
    private readonly Queue<LegId> _endedOrder = [];
    private int _depth;

    public Switchboard(string name, OfficeRuntime runtime, SimulatedPbxOptions options)
    {
        (Name, Options, Ids, Scheduler) = (name, options, runtime.Ids, runtime.Scheduler);
        Random = new Random(runtime.Random.Next());
        Timers = new PbxTimers(runtime.Clock, Run);
        Events = new PbxEvents(Timers, Random, options, Faults);
        Recorder = new Recorder(this);
        Media = new Media(this);
        CallRecords = new CallRecordBook(this);
        PhoneTransfers = new PhoneTransfers(this);
        Incarnation = NewId();
    }

    public string Name { get; }

    public SimulatedPbxOptions Options { get; }

    public SimulatedPbxFaults Faults { get; } = new();

    public Random Random { get; }

    public PbxTimers Timers { get; }

    public PbxEvents Events { get; }

    public Recorder Recorder { get; }

    public Media Media { get; }

    public CallRecordBook CallRecords { get; }

    public PhoneTransfers PhoneTransfers { get; }

    public PhoneBook Phones { get; } = new();

    public string Incarnation { get; private set; }

    /// <summary>False while the PBX is being restarted.</summary>
    public bool IsRunning { get; private set; } = true;

    public Dictionary<BridgeId, Bridge> Bridges { get; } = [];

    public DateTimeOffset Now => Timers.Now;

    private IIdSource Ids { get; }

    private TaskScheduler Scheduler { get; }

    /// <summary>The living legs, ordered by when they were made.</summary>
    public IEnumerable<Leg> Legs => _legs.Values.OrderBy(leg => leg.StartedAt).ThenBy(leg => leg.Id.Value, StringComparer.Ordinal);

    /// <summary>The legs that have ended and are still kept, in the order of their ends.</summary>
    public IEnumerable<Leg> EndedLegs => _endedOrder.Select(leg => _ended[leg]);

    public string NewId() => Ids.NewId().ToString("N");

    public void Run(Action action) => Run(() =>
    {
        action();
        return true;
    });

    public T Run<T>(Func<T> action)
    {
        lock (_gate)
        {
            _depth++;
            try
            {
                return action();
            }
            finally
            {
                if (--_depth == 0)
                {
                    CheckWaits();
                }
            }
        }
    }

    public Task WaitAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Run(condition))
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((condition, reached));

            // A test that waits from outside the world must not bring the thread pool into it.
            return TaskScheduler.Current == TaskScheduler.Default
                ? WorldTask.Start(Scheduler, () => Awaited(reached, cancellationToken))
                : Awaited(reached, cancellationToken);
        }
    }

    public Leg? Find(LegId leg) => _legs.GetValueOrDefault(leg);

    public bool HasLegTo(DialTarget target) => _legs.Values.Any(leg => leg.Request?.Target == target);

    public Leg? FindEnded(LegId leg) => _ended.GetValueOrDefault(leg);

    public void Add(Leg leg)
    {
        _legs.Add(leg.Id, leg);
        Refresh(leg);
    }

    /// <summary>Notes what the party hears now, and what the others in its bridge do.</summary>
    public void Refresh(Leg leg)
    {
        RefreshWithListeners(leg);
        foreach (var other in leg.Bridge?.Legs ?? [])
        {
            if (other != leg)
            {
                RefreshWithListeners(other);
            }
        }
    }

    private void RefreshWithListeners(Leg leg)
    {
        RefreshOne(leg);
        foreach (var listener in leg.Listeners)
        {
            RefreshOne(listener);
        }
    }

    public void Answer(Leg leg)
    {
        leg.State = LegState.Up;
        leg.AnsweredAt = Now;
        if (leg.Offer is null)
        {
            Events.Send(new LegAnswered(leg.Id));
        }

        Refresh(leg);
    }

    public void End(Leg leg, LegEndCause cause)
    {
        if (!leg.IsAlive)
        {
            return;
        }

        leg.Speech.Stop(Now);
        Recorder.EndOf(leg);
        if (!leg.IsAlive)
        {
            // The end of a fallback's message is the end of its call.
            return;
        }

        (leg.EndedAt, leg.EndCause) = (Now, cause);
        Media.EndOf(leg);
        leg.Timers.ForEach(Timers.Cancel);
        leg.Timers.Clear();
        _legs.Remove(leg.Id);
        Keep(leg);
        CallRecords.Write(leg);
        Refresh(leg);
        if (leg.Offer is null || leg.IsOffered)
        {
            Events.Send(new LegEnded(leg.Id, cause));
        }
    }

    /// <summary>A power cut: every leg and bridge is gone and nobody is told.</summary>
    public void Stop()
    {
        IsRunning = false;
        Events.Drop("the PBX stopped");
        foreach (var leg in Legs.ToList())
        {
            End(leg, LegEndCause.Failed);
        }

        Bridges.Clear();
    }

    /// <summary>Power is back. Of overlapping restarts the first to end counts: a PBX that runs keeps its incarnation.</summary>
    public void Start()
    {
        if (!IsRunning)
        {
            (IsRunning, Incarnation) = (true, NewId());
        }
    }

    public PbxSnapshot Snapshot() => new(
        Incarnation,
        [.. Legs.Where(leg => leg.Offer is null || leg.IsOffered).Select(leg => leg.Snapshot())],
        [.. Bridges.Keys.OrderBy(bridge => bridge.Value, StringComparer.Ordinal)]);

    private void RefreshOne(Leg leg)
    {
        var sound = leg.Sound();
        if (leg.Hearing.Change(sound, Now) && sound is not null)
        {
            leg.OnHeard?.Invoke(sound);
        }
    }

    private void Keep(Leg leg)
    {
        _ended.Add(leg.Id, leg);
        _endedOrder.Enqueue(leg.Id);
        while (_endedOrder.Count > Options.KeptParties)
        {
            _ended.Remove(_endedOrder.Dequeue());
        }
    }

    private void CheckWaits()
    {
        if (_waits.Count == 0)
        {
            return;
        }

        // Conditions look at the PBX, which must not make them be looked at again.
        _depth++;
        try
        {
            foreach (var wait in _waits.Where(wait => wait.Condition()).ToList())
            {
                _waits.Remove(wait);
                wait.Reached.TrySetResult();
            }
        }
        finally
        {
            _depth--;
        }
    }

    private async Task<bool> Awaited(TaskCompletionSource reached, CancellationToken cancellationToken)
    {
        using var cancelled = cancellationToken.Register(() => Cancel(reached, cancellationToken));

        // Awaited here and not given out, so that Task.WhenAny and the like may be used on the result in a simulated world.
        await reached.Task;
        return true;
    }

    private void Cancel(TaskCompletionSource reached, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _waits.RemoveAll(wait => wait.Reached == reached);
        }

        reached.TrySetCanceled(cancellationToken);
    }
}
