using System.Globalization;
using System.Text;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>
/// A seeded run of a whole office in one thread: callers with all habits, phones that answer, reject, miss or are gone, operators who transfer and take messages,
/// commands that are lost on their way there or back, connections that drop, a network that is cut, a PBX that is restarted, a store that is away or loses answers,
/// and a host that is killed around journal appends and started again. The invariants are looked at after every step and at the end.
/// </summary>
internal sealed class OfficeSimulation
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(10);

    // A reconnect takes 1 s, and so does the pause before a stage is entered again.
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(3);

    private readonly Random _random;
    private readonly SimulatedOffice _office;
    private readonly int _callers;
    private readonly Queue<CommandFault> _commandFaults = [];
    private readonly List<SimulatedParty> _placed = [];
    private OfficeOptions _options = new();

    public OfficeSimulation(int seed, int callers, CrashPlan plan)
    {
        _random = new Random(seed);
        _callers = callers;
        _office = new SimulatedOffice(
            seed,
            options =>
            {
                options.WaitLimit = TimeSpan.FromSeconds(40);
                options.RingTime = TimeSpan.FromSeconds(10);
                options.TransferRingTime = TimeSpan.FromSeconds(8);
                options.WrapUp = TimeSpan.FromSeconds(2);
                options.DeclinePause = TimeSpan.FromSeconds(5);
                _options = options;
            },
            new SimulatedWorldOptions { Order = TaskOrder.Seeded },
            greeting: seed % 3 == 0 ? new VirtualOffice.Sdk.Telephony.RecordedPrompt("welcome") : null);
        Watch = new JournalWatch(_office.World, plan, new Troubles(_office.World));
        _office.JournalOf = (journal, host) => new CrashingJournal(journal, host, Watch);
        _office.Pbx.Faults.OnCommand = OnCommand;
        SetPhones();
    }

    public JournalWatch Watch { get; }

    public IReadOnlyList<string> Errors => _office.Errors.Lines;

    public OfficeInvariants Invariants => new(_office, Watch, _options);

    public IReadOnlyCollection<CallRecord> Calls => Watch.Calls;

    /// <summary>Runs until every call is closed; returns everything that happened as text, equal for equal seeds.</summary>
    public string Run()
    {
        StartHost();
        while (_placed.Count < _callers)
        {
            Step();
        }

        _office.Pbx.Faults.RepeatedEvents = 0;
        _commandFaults.Clear();
        var faultsEnd = _office.World.Clock.Elapsed;
        while (!IsOver())
        {
            Assert.True(_office.World.Clock.Elapsed < faultsEnd + LongestCall, $"Calls do not end:\n{string.Join('\n', Calls.Where(c => !c.IsClosed).Select(c => $"{c.Id} {c.Stage} since {c.StageSince}"))}\n{string.Join('\n', _office.Pbx.Parties)}");
            RestartHost();
            _office.World.RunFor(TimeSpan.FromSeconds(2));
            Invariants.Check();
        }

        _office.World.RunFor(TimeSpan.FromMinutes(1));
        Invariants.CheckAtEnd(_placed);
        return Describe();
    }

    private bool IsOver() => _placed.All(p => p.IsGone) && Calls.All(c => c.IsClosed) && !_office.Host!.IsKilled;

    private void Step()
    {
        RestartHost();
        _office.World.RunFor(TimeSpan.FromMilliseconds(_random.Next(10, 4_000)));
        Invariants.Check();
        switch (_random.Next(16))
        {
            case < 5 when _placed.Count < _callers:
                PlaceCall();
                break;
            case 5:
                Command(call => _office.Office.Calls.TransferAsync(call, SimulatedOffice.Anna));
                break;
            case 6:
                Command(TakeMessageAsync);
                break;
            case 7:
                Watch.Troubles.Note("dropped connection", Reconnect);
                _office.Pbx.DropConnection();
                break;
            case 8:
                _office.Pbx.Faults.RepeatedEvents = _random.NextDouble() / 2;
                break;
            case 10:
            case 11:
                _commandFaults.Enqueue(_random.Next(2) == 0 ? CommandFault.RequestLost : CommandFault.ReplyLost);
                break;
            case 12:
                CutNetwork(TimeSpan.FromMilliseconds(_random.Next(10, 9_000)));
                break;
            case 13:
                var away = TimeSpan.FromMilliseconds(_random.Next(10, 5_000));
                Watch.Troubles.Note("store away", away + TimeSpan.FromSeconds(6));
                Watch.AwayUntil = _office.World.Clock.GetUtcNow() + away;
                break;
            case 14:
                Watch.LosesNextAnswer = true;
                break;
            case 15 when _random.Next(6) == 0:
                var down = TimeSpan.FromMilliseconds(_random.Next(10, 5_000));
                Watch.Troubles.Note("PBX restart", down + Reconnect);
                _office.Pbx.Restart(down);
                break;
            case 9:
                SetPresence(_random.Next(2) == 0 ? SimulatedOffice.Olga : SimulatedOffice.Pavel, (OperatorPresence)_random.Next(3));
                break;
        }
    }

    private CommandFault OnCommand(PbxCommand command)
    {
        if (_office.Pbx.IsConnected && _commandFaults.TryDequeue(out var fault))
        {
            Watch.Troubles.Note($"{fault}", TimeSpan.FromSeconds(2));
            return fault;
        }

        return CommandFault.None;
    }

    private void CutNetwork(TimeSpan time)
    {
        Watch.Troubles.Note("network cut", time + Reconnect);
        _office.Pbx.SetNetwork(isCut: true);
        _office.World.RunFor(time);
        _office.Pbx.SetNetwork(isCut: false);
    }

    private async Task TakeMessageAsync(CallId call)
    {
        var message = await _office.Office.Calls.TakeMessageAsync(call, new MessageDraft(SimulatedOffice.Anna, [new MessageField("text", "call me")]));
        Watch.Acknowledged.Add(message.Id);
    }

    private void RestartHost()
    {
        if (_office.Host!.IsKilled)
        {
            _office.World.RunFor(TimeSpan.FromSeconds(_random.Next(1, 8)));
            StartHost();
            Watch.Troubles.Extend(Watch.CrashedAt, Reconnect);
        }
    }

    private void StartHost()
    {
        _office.StartHost();
        if (!_office.Host!.IsKilled)
        {
            SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        }
    }

    private void PlaceCall() => _placed.Add(_office.Pbx.PlaceCall(
        _random.Next(15) == 0 ? "+70000000000" : SimulatedOffice.FoxNumber,
        _random.Next(5) == 0 ? null : $"7921555{_random.Next(1000, 9999).ToString(CultureInfo.InvariantCulture)}",
        behaviour: new SimulatedCaller
        {
            Patience = TimeSpan.FromSeconds(_random.Next(1, 70)),
            Talks = TimeSpan.FromSeconds(_random.Next(1, 60)),
            Message = _random.Next(3) == 0 ? null : TimeSpan.FromSeconds(_random.Next(0, 10)),
        }));

    private void SetPhones()
    {
        SimulatedPhone Draw() => _random.Next(10) switch
        {
            < 6 => SimulatedPhone.Answers(TimeSpan.FromMilliseconds(_random.Next(0, 9_000)), _random.Next(4) == 0 ? TimeSpan.FromSeconds(_random.Next(1, 40)) : null),
            6 => SimulatedPhone.Rejects(TimeSpan.FromMilliseconds(_random.Next(0, 3_000))),
            7 => SimulatedPhone.Busy,
            8 => SimulatedPhone.NeverAnswers,
            _ => SimulatedPhone.Unreachable,
        };

        _office.Pbx.SetPhone(new VirtualOffice.Sdk.Telephony.DeviceTarget(SimulatedOffice.OlgasPhone), Draw);
        _office.Pbx.SetPhone(new VirtualOffice.Sdk.Telephony.DeviceTarget(SimulatedOffice.PavelsPhone), Draw);
        _office.Pbx.SetOtherNumbers(_ => Draw());
    }

    private void SetPresence(OperatorId op, OperatorPresence presence)
    {
        var office = _office.Office;
        _ = _office.Host!.Start(() => office.Operators.SetPresenceAsync(op, presence));
    }

    private void Command(Func<CallId, Task> command)
    {
        var talking = Calls.Where(c => c.Stage == CallStage.Conversation).ToList();
        if (talking.Count > 0 && !_office.Host!.IsKilled)
        {
            var call = talking[_random.Next(talking.Count)].Id;
            _ = _office.Host.Start(() => command(call));
        }
    }

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

        return text.ToString();
    }
}
