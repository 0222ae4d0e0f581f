using System.Globalization;
using System.Text;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>
/// A seeded run of a whole office in one thread and in virtual time. Between any two tasks the host may be killed and started again, and anything around it
/// may go wrong. What must hold is looked at with every journal entry, many times a virtual second, and at the end.
/// </summary>
internal sealed class OfficeRun
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CallsBackFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(20);
    private const int MaxCommands = 400;

    private readonly RunPlan _plan;
    private readonly Random _random;
    private readonly SimulatedOffice _office;
    private readonly Violations _violations = new();
    private readonly JournalRules _rules;
    private readonly JournalWatch _watch;
    private readonly DeliveryWatch _deliveries;
    private readonly ClockJumps _jumps;
    private readonly FaultSchedule _faults;
    private readonly StandingInvariants _standing;
    private readonly People _people;
    private readonly PbxLog? _pbxLog;
    private DateTimeOffset _checkedAt;
    private DateTimeOffset _startedAt;
    private SimulatedHost? _mourned;
    private long _killAt = long.MaxValue;
    private int _commands;
    private bool _isCalm;
    private bool _isStarting;

    public OfficeRun(RunPlan plan, Timeline? timeline = null)
    {
        _plan = plan;
        _random = new Random(plan.Seed);
        var pbx = new SimulatedPbxOptions { MaxRecordingLatency = plan.Seed % 2 == 0 ? TimeSpan.FromMilliseconds(300) : TimeSpan.Zero, FallbackMessageLimit = TimeSpan.FromSeconds(plan.Seed % 3 == 0 ? 20 : 0) };
        _office = new SimulatedOffice(
            plan.Seed,
            OfficeUnderTest.Configure,
            new SimulatedWorldOptions { Order = TaskOrder.Seeded },
            definition: OfficeUnderTest.Define(plan.Seed),
            pbx: pbx);
        pbx.Prompts["long-name"] = TimeSpan.FromSeconds(20);
        _office.Compose = office => office.UseSpeech(new SlowSpeech(_office.World.Clock, TimeSpan.FromMilliseconds(400 * (plan.Seed % 4)), failsEvery: plan.Seed % 7 == 0 ? 3 : 0));
        Timeline = timeline;
        var options = new OfficeOptions();
        OfficeUnderTest.Configure(options);
        Troubles = new Troubles(_office, timeline);
        _jumps = new ClockJumps(_office, Troubles);
        _rules = new JournalRules(_office, options, Troubles, _jumps);
        _watch = new JournalWatch(_office, _rules, _violations, timeline);
        _deliveries = new DeliveryWatch(Troubles, _violations, timeline);
        _standing = new StandingInvariants(_office, _watch, Troubles, options);
        string[] names = ["journal", "outbox", "operator", "recording"];
        StoreFaults[] stores = [.. names.Select((name, i) => new StoreFaults(name, _office, Troubles, new Random(unchecked((plan.Seed * 31) + i))))];
        _faults = new FaultSchedule(_office, pbx, Troubles, _jumps, stores, _random) { Commanded = OnCommand };
        _people = new People(_office, _watch, _violations, timeline, _random);
        _office.JournalOf = (journal, host) => new FaultyJournal(journal, host, _watch, stores[0], plan.Crashes);
        _office.OutboxOf = (outbox, host) => new FaultyOutbox(outbox, host, _deliveries, stores[1]);
        _office.OperatorsOf = (store, host) => new FaultyOperatorStore(store, host, stores[2]);
        _office.RecordingsOf = (store, host) => new FaultyRecordingStore(store, host, stores[3]);
        _office.ChannelOf = (mail, host) => new FaultyChannel(mail, host, _deliveries, _faults.Deliveries);
        if (timeline is not null)
        {
            timeline.Elapsed = () => _office.World.Clock.Elapsed;
            _office.Errors.OnLine = line => timeline.Write("log", line);
            _pbxLog = new PbxLog(_office.Pbx, timeline);
        }
    }

    public Troubles Troubles { get; }

    public Timeline? Timeline { get; }

    public int Crashes { get; private set; }

    public int Appends => _watch.Appends;

    public long Steps => _office.World.Scheduler.Steps;

    public IReadOnlyList<string> Errors => _office.Errors.Lines;

    public IEnumerable<CallRecord> Calls => _watch.Calls.Select(c => c.Record);

    /// <summary>Runs until every call is closed and every message has its end; returns everything that happened as text, equal for equal plans.</summary>
    /// <exception cref="InvariantViolationException">An invariant was broken.</exception>
    public string Run()
    {
        StartHost();
        RunFor(TimeSpan.FromSeconds(1));
        _people.ComeToWork();
        while (_people.Callers.Count < _plan.Callers)
        {
            Step();
        }

        _faults.End();
        _isCalm = true;
        _killAt = long.MaxValue;
        RunUntil(() => _people.Callers.All(p => p.IsGone) && _watch.Calls.All(c => c.Record.IsClosed || !c.Record.HasCaller) && !_office.Host!.IsKilled, LongestCall, "Calls do not end");
        RunFor(CallsBackFor);
        RunUntil(_people.EndCallbacks, LongestCall, "Call-back tasks do not end");
        RunUntil(() => _watch.Calls.All(c => c.Record.IsClosed) && !_office.Host!.IsKilled, LongestCall, "Call-backs do not end");
        RunUntil(() => AllDeliveries().All(d => d.State != DeliveryState.Pending) && !_office.Pbx.Parties.Any(p => p.Tag is { Role: LegRole.Recipient }), LongestDelivery + _jumps.SetBack, "Messages are not delivered");
        RunFor(TimeSpan.FromSeconds(20));
        Must.Hold("I8", !_people.Unanswered.Any(), $"{_people.Unanswered.Count()} commands were never answered.");
        new FinalInvariants(_office, _watch, _deliveries, Troubles, Crashes).Check(_people.Callers);
        return Describe();
    }

    private void Step()
    {
        RestartHost();
        RunFor(TimeSpan.FromMilliseconds(_random.Next(10, 4_000)));
        if (_random.Next(3) == 0)
        {
            _people.PlaceCall();
        }

        _people.Act();
        if (_random.NextDouble() < _plan.Faults)
        {
            _faults.Strike();
        }

        if (_plan.Crashes.AtAnyStep && _random.NextDouble() < _plan.Faults / 8)
        {
            _killAt = Steps + _random.Next(1, 400);
        }
    }

    private void RunUntil(Func<bool> isOver, TimeSpan longest, string otherwise)
    {
        var end = _office.Now + longest;
        while (!isOver())
        {
            Must.Hold("Liveness", _office.Now < end, $"{otherwise}:\n  {string.Join("\n  ", WhatIsLeft())}");
            RestartHost();
            RunFor(TimeSpan.FromSeconds(2));
        }
    }

    private void RunFor(TimeSpan time)
    {
        var end = _office.Now + time;
        using var timer = _office.World.Clock.CreateTimer(static _ => { }, null, time, Timeout.InfiniteTimeSpan);
        _office.World.RunUntil(() => IsOver(end), time + TimeSpan.FromSeconds(1));
        _violations.ThrowFirst();
    }

    /// <summary>Looked at between any two tasks.</summary>
    private bool IsOver(DateTimeOffset end)
    {
        if (Steps >= _killAt)
        {
            _killAt = long.MaxValue;
            _office.KillHost();
        }

        if (_office.Host is { IsKilled: true } host && host != _mourned)
        {
            Mourn(host);
        }

        if (_isStarting && _office.Started.IsCompletedSuccessfully)
        {
            _isStarting = false;
            Troubles.HostBack(FaultSchedule.Reconnect);
        }

        _pbxLog?.Look();
        if (_office.Now - _checkedAt >= CheckEvery)
        {
            _checkedAt = _office.Now;
            _violations.Watch(_standing.Check);
            _violations.Watch(_rules.CheckOvertaken);
        }

        return _office.Now >= end || _violations.First is not null;
    }

    private void Mourn(SimulatedHost host)
    {
        _mourned = host;
        _isStarting = false;
        Crashes++;
        Timeline?.Write("crash", $"{host.Name} is killed");
        Troubles.HostGone();
        _deliveries.Killed();
    }

    private void RestartHost()
    {
        if (_office.Started.IsFaulted || (!_office.Started.IsCompleted && _office.Now > _startedAt + LongestStart))
        {
            // What starts a process starts it again when it could not do its work.
            _office.KillHost();
        }

        if (_office.Host!.IsKilled)
        {
            RunFor(TimeSpan.FromSeconds(_random.Next(1, 8)));
            StartHost();
        }
    }

    private void StartHost()
    {
        _office.StartHost(wait: false);
        _startedAt = _office.Now;
        _jumps.HostStarted();
        _isStarting = true;
        Timeline?.Write("start", $"{_office.Host!.Name} starts");
        if (_plan.Crashes.AtAnyStep && !_isCalm && _random.NextDouble() < _plan.Faults / 3)
        {
            // A crash in the middle of taking up what the last one has left.
            _killAt = Steps + _random.Next(1, 200);
        }
    }

    private void OnCommand(PbxCommand command, CommandFault fault)
    {
        Timeline?.Write("command", $"{command.Name} {command.Leg}{(fault == CommandFault.None ? "" : $": {fault}")}");
        _commands++;
        _violations.Watch(() => Must.Hold("I14", _commands <= MaxCommands * _plan.Callers, $"{_commands} commands were given for {_plan.Callers} calls."));
    }

    private IEnumerable<MessageDelivery> AllDeliveries() =>
        Calls.Where(c => c.Messages.Count > 0).SelectMany(c => _office.Journal.Outbox.ReadAsync(c.Id, CancellationToken.None).GetAwaiter().GetResult());

    private IEnumerable<string> WhatIsLeft() => Calls.Where(c => !c.IsClosed).Select(c => $"{c.Id} {c.Stage} since {c.StageSince:HH:mm:ss.fff}")
        .Concat(_office.Pbx.Parties.Select(p => p.ToString()))
        .Concat(AllDeliveries().Where(d => d.State == DeliveryState.Pending).Select(d => d.ToString()));

    private string Describe()
    {
        var text = new StringBuilder();
        foreach (var call in Calls)
        {
            text.Append(CultureInfo.InvariantCulture, $"{call.Id} v{call.Version} {call.ReceivedAt:O} {call.EndedAt:O} {call.Outcome?.Kind} {call.Outcome?.Stage}");
            text.AppendJoin(',', call.Offers.Select(o => $" {o.Id} {o.Operator} {o.Result} {o.EndedAt:O}"));
            text.AppendJoin(',', call.Transfers.SelectMany(t => t.Attempts).Select(a => $" {a.Number} {a.Result} {a.EndedAt:O}"));
            text.Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"{Steps} steps, {Troubles}").ToString();
    }
}
