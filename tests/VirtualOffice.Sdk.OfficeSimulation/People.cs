using System.Globalization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Supervision;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Callers with all habits, phones that answer, reject, miss or are gone, and operators who come and go, transfer, take messages and hang up.</summary>
internal sealed partial class People
{
    private readonly SimulatedOffice _office;
    private readonly JournalWatch _watch;
    private readonly Violations _violations;
    private readonly Timeline? _timeline;
    private readonly Random _random;
    private readonly List<SimulatedParty> _callers = [];
    private readonly List<(SimulatedHost Host, Task Command)> _commands = [];

    public People(SimulatedOffice office, JournalWatch watch, Violations violations, Timeline? timeline, Random random)
    {
        (_office, _watch, _violations, _timeline, _random) = (office, watch, violations, timeline, random);
        foreach (var (_, phone) in OfficeUnderTest.Operators)
        {
            office.Pbx.SetPhone(new DeviceTarget(phone), DrawPhone);
        }

        office.Pbx.SetOtherNumbers(number => IsCallers(number) ? DrawPhone() with { Talks = TimeSpan.FromSeconds(_random.Next(1, 40)) } : DrawPhone());
    }

    public IReadOnlyList<SimulatedParty> Callers => _callers;

    /// <summary>Commands that a living host has not answered.</summary>
    public IEnumerable<Task> Unanswered => _commands.Where(c => !c.Host.IsKilled && !c.Command.IsCompleted).Select(c => c.Command);

    public void PlaceCall()
    {
        var dialled = _random.Next(24) switch
        {
            0 => "+70000000000",
            < 10 => SimulatedOffice.FoxNumber,
            < 16 => OfficeUnderTest.BearNumber,
            < 21 => ScriptedCompany.Number,
            _ => ScriptedCompany.GuidedNumber,
        };
        var caller = _office.Pbx.PlaceCall(
            dialled,
            _random.Next(5) == 0 ? null : $"7921555{_random.Next(1000, 1008).ToString(CultureInfo.InvariantCulture)}",
            behaviour: new SimulatedCaller
            {
                Patience = TimeSpan.FromSeconds(_random.Next(1, 70)),
                Talks = TimeSpan.FromSeconds(_random.Next(1, 60)),
                Message = _random.Next(3) == 0 ? null : TimeSpan.FromSeconds(_random.Next(0, 10)),
            });
        _callers.Add(caller);
        _timeline?.Write("people", $"{_timeline.Name(caller.Leg.Value, "caller")} dials {dialled}");
    }

    /// <summary>Whoever has not been reached by now need not be called back any more; true when nobody is left to be.</summary>
    public bool EndCallbacks()
    {
        var office = _office.Office;
        var open = _office.ReadCallbacks().Where(t => t.End is null).ToList();
        foreach (var task in open)
        {
            Command($"end call-back of {task.Call}", () => office.Callbacks.EndAsync(task.Call, "rita"));
        }

        return open.Count == 0;
    }

    public void ComeToWork()
    {
        foreach (var (op, _) in OfficeUnderTest.Operators)
        {
            SetPresence(op, OperatorPresence.Available);
        }
    }

    public void Act()
    {
        PressKeys();
        UsePhones();
        switch (_random.Next(18))
        {
            case 14:
                AcknowledgeSomething();
                break;
            case 15:
                WithCall(
                    record => record.Stage is CallStage.Queue or CallStage.Offer or CallStage.Conversation,
                    "give",
                    call => _office.Office.Calls.OfferToAsync(call.Id, OfficeUnderTest.Operators[_random.Next(3)].Operator, "rita"));
                break;
            case 16 when _random.Next(4) == 0:
                _ = _office.Started.IsCompletedSuccessfully && _office.Office.Supervision.Stop(OfficeUnderTest.Operators[_random.Next(3)].Operator);
                break;
            case 16:
                WithTalkingCall("listen in on", call => _office.Office.Supervision.ListenAsync(call.Id, OfficeUnderTest.Operators[_random.Next(3)].Operator, (ListeningMode)_random.Next(3), "rita"));
                break;
            case 17:
                WithCall(record => record is { Operator: not null, OperatorLeg: null }, "write down what was said in", WriteDownAsync);
                break;
            case 0 or 1:
                SetPresence(OfficeUnderTest.Operators[_random.Next(3)].Operator, _random.Next(3) == 0 ? (OperatorPresence)_random.Next(3) : OperatorPresence.Available);
                break;
            case 2 or 3 or 4:
                WithTalkingCall("transfer", TransferAsync);
                break;
            case 5:
                WithTalkingCall("take message", TakeMessageAsync);
                break;
            case 9 or 10 or 11:
                WithCall(record => record is { Stage: CallStage.Conversation, Script: not null }, "script", FollowScriptAsync);
                break;
            case 7:
                WithCall(record => record.OpenTransfer?.Consult is not null, "consult", ConsultAsync);
                break;
            case 8 when _random.Next(3) == 0:
                WithCall(record => record.OpenTransfer is not null, "take back", call => _office.Office.Calls.TakeBackAsync(call.Id));
                break;
            case 12:
                BeAway(_random.Next(2) == 0 ? OfficeUnderTest.Boris : OfficeUnderTest.Clara);
                break;
            case 13:
                WithTalkingCall("control the line", ControlAsync);
                break;
            case 6 when _random.Next(3) == 0:
                WithTalkingCall("hang up", call => _office.Office.Calls.HangUpAsync(call.Id));
                break;
        }
    }

    /// <summary>Callers whom a script serves press keys, right ones and wrong ones.</summary>
    private void PressKeys()
    {
        string[] keys = ["1", "2", "3", "4", "9", "#", "12#", "1234", "123456"];
        foreach (var call in _watch.Calls.Where(c => c.Record.Stage == CallStage.Script))
        {
            if (_random.Next(2) == 0)
            {
                _office.Pbx.FindParty(call.Record.CallerLeg)?.Press(keys[_random.Next(keys.Length)]);
            }
        }
    }

    private void WithTalkingCall(string what, Func<CallRecord, Task> command) => WithCall(record => record.Stage == CallStage.Conversation, what, command);

    private void WithCall(Func<CallRecord, bool> which, string what, Func<CallRecord, Task> command)
    {
        var calls = _watch.Calls.Where(c => which(c.Record)).ToList();
        if (calls.Count > 0)
        {
            var call = calls[_random.Next(calls.Count)].Record;
            Command($"{what} {call.Id}", () => command(call));
        }
    }

    private void Command(string what, Func<Task> command)
    {
        if (!_office.Host!.IsKilled && _office.Started.IsCompletedSuccessfully)
        {
            _timeline?.Write("people", what);
            _commands.Add((_office.Host, _office.Host.Start(() => CarryOutAsync(what, command))));
        }
    }

    private async Task CarryOutAsync(string what, Func<Task> command)
    {
        try
        {
            await command();
        }
        catch (Exception e) when (e is CallCommandException or StoreUnavailableException)
        {
            _timeline?.Write("people", $"{what}: refused, {e.Message}");
        }
        catch (Exception e)
        {
            _violations.Watch(() => throw new InvariantViolationException("I8", $"The command '{what}' was answered with {e}."));
        }
    }

    private static bool IsCallers(PhoneNumber number) => number.ToString().StartsWith("+7921555", StringComparison.Ordinal);

    private SimulatedPhone DrawPhone() => _random.Next(10) switch
    {
        < 6 => SimulatedPhone.Answers(TimeSpan.FromMilliseconds(_random.Next(0, 9_000)), _random.Next(4) == 0 ? TimeSpan.FromSeconds(_random.Next(1, 40)) : null) with
        {
            Presses = _random.Next(4) switch { 0 => null, 1 => "2", _ => "1" },
            PressesAfter = TimeSpan.FromMilliseconds(_random.Next(0, 12_000)),
        },
        6 => SimulatedPhone.Rejects(TimeSpan.FromMilliseconds(_random.Next(0, 3_000))),
        7 => SimulatedPhone.Busy,
        8 => SimulatedPhone.NeverAnswers,
        _ => SimulatedPhone.Unreachable,
    };
}
