using System.Globalization;
using System.Text;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>
/// A seeded run of a whole office in one thread: callers with all habits, phones that answer, reject, miss or are gone, operators who transfer and take messages,
/// a connection that drops, and a host that is killed around journal appends and started again. The invariants are looked at after every step and at the end.
/// </summary>
internal sealed class OfficeSimulation
{
    private readonly Random _random;
    private readonly SimulatedOffice _office;
    private readonly int _callers;
    private readonly List<SimulatedParty> _placed = [];

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
            },
            new SimulatedWorldOptions { Order = TaskOrder.Seeded },
            greeting: seed % 3 == 0 ? new VirtualOffice.Sdk.Telephony.RecordedPrompt("welcome") : null);
        Watch = new JournalWatch(_office.World, plan);
        _office.JournalOf = (journal, host) => new CrashingJournal(journal, host, Watch);
        SetPhones();
    }

    public JournalWatch Watch { get; }

    public IReadOnlyList<string> Errors => _office.Errors.Lines;

    public OfficeInvariants Invariants => new(_office, Watch);

    public IReadOnlyList<CallRecord> Calls => _office.ReadCalls();

    /// <summary>Runs until every call is closed; returns everything that happened as text, equal for equal seeds.</summary>
    public string Run()
    {
        StartHost();
        while (_placed.Count < _callers)
        {
            Step();
        }

        _office.Pbx.Faults.RepeatedEvents = 0;
        for (var steps = 0; !IsOver(); steps++)
        {
            Assert.True(steps < 1_000, $"Calls do not end:\n{string.Join('\n', Calls.Where(c => !c.IsClosed).Select(c => $"{c.Id} {c.Stage} since {c.StageSince}"))}\n{string.Join('\n', _office.Pbx.Parties)}");
            Step();
        }

        _office.World.RunFor(TimeSpan.FromMinutes(1));
        Invariants.CheckAtEnd(_placed);
        return Describe();
    }

    private bool IsOver() => _placed.All(p => p.IsGone) && Calls.All(c => c.IsClosed) && !_office.Host!.IsKilled;

    private void Step()
    {
        if (_office.Host!.IsKilled)
        {
            _office.World.RunFor(TimeSpan.FromSeconds(_random.Next(1, 8)));
            StartHost();
        }

        _office.World.RunFor(TimeSpan.FromMilliseconds(_random.Next(10, 4_000)));
        Invariants.Check();
        switch (_random.Next(12))
        {
            case < 5 when _placed.Count < _callers:
                PlaceCall();
                break;
            case 5:
                Command(call => _office.Office.Calls.TransferAsync(call, SimulatedOffice.Anna));
                break;
            case 6:
                Command(call => _office.Office.Calls.TakeMessageAsync(call, new MessageDraft(SimulatedOffice.Anna, [new MessageField("text", "call me")])));
                break;
            case 7:
                _office.Pbx.DropConnection();
                break;
            case 8:
                _office.Pbx.Faults.RepeatedEvents = _random.NextDouble() / 2;
                break;
            case 10:
                _office.Pbx.Faults.FailNextCommand(_random.Next(2) == 0 ? CommandFault.RequestLost : CommandFault.ReplyLost);
                break;
            case 9:
                SetPresence(_random.Next(2) == 0 ? SimulatedOffice.Olga : SimulatedOffice.Pavel, (OperatorPresence)_random.Next(3));
                break;
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
