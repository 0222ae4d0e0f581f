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

/// <content>What operators do with a call, and around it.</content>
internal sealed partial class People
{
    /// <summary>Operators who transfer with the keys of their phones: blindly, or after calling on the second line, which they then connect or hang up.</summary>
    private void UsePhones()
    {
        foreach (var call in _watch.Calls.Select(c => c.Record).Where(r => r.OperatorLeg is not null))
        {
            if (_office.Pbx.FindParty(call.OperatorLeg!.Value) is not { IsGone: false, Target: DeviceTarget { Device: var device } } phone)
            {
                continue;
            }

            var line = call.OpenTransfer?.Line is { } second ? _office.Pbx.FindParty(second) : null;
            switch (_random.Next(40))
            {
                case 0 when call.Stage == CallStage.Conversation:
                    phone.Hold(isHeld: true);
                    phone.AskForTransfer(DialledAtPhone(call));
                    break;
                case 1 when call.Stage == CallStage.Conversation:
                    phone.Hold(isHeld: true);
                    _office.Pbx.PlaceCallFromPhone(device, DialledAtPhone(call));
                    break;
                case 2:
                    phone.Hold(isHeld: false);
                    break;
                case 3 or 4 or 5 or 6 when line is not null:
                    phone.AskForTransfer(line);
                    break;
                case 7 when line is not null:
                    line.HangUp();
                    break;
            }
        }
    }

    private string DialledAtPhone(CallRecord call) => _random.Next(4) == 0 ? "+79990000001" : EmployeeOf(call).Value;

    private async Task FollowScriptAsync(CallRecord call)
    {
        var calls = _office.Office.Calls;
        var command = CommandId.Parse($"s{_random.Next(1, 500)}");
        switch (_random.Next(6))
        {
            case 0:
                await calls.GoToStepAsync(call.Id, ScriptedCompany.Steps[_random.Next(ScriptedCompany.Steps.Count)], command);
                break;
            case 1:
                await calls.GoBackAsync(call.Id, command);
                break;
            case 2 or 3:
                var field = ScriptedCompany.Fields[_random.Next(ScriptedCompany.Fields.Count)];
                var value = field == "topic" ? "repair" : "Ivan";
                await calls.SaveAnswerAsync(call.Id, field, value, command);
                _violations.Watch(() => Must.Hold("I6", _watch.Find(call.Id)!.Record.Script!.Answer(field) is not null, $"The answer to {field} in call {call.Id} was acknowledged and is not in the journal."));
                break;
            default:
                await calls.AdvanceScriptAsync(call.Id, null, command);
                break;
        }
    }

    private static EmployeeId EmployeeOf(CallRecord call) =>
        call.Company == SimulatedOffice.Fox ? SimulatedOffice.Anna : call.Company == ScriptedCompany.Wolf ? ScriptedCompany.Gleb : OfficeUnderTest.Boris;

    private async Task TransferAsync(CallRecord call)
    {
        var office = _office.Office;
        var target = call.Company != OfficeUnderTest.Bear ? TransferTarget.Of(EmployeeOf(call)) : _random.Next(4) switch
        {
            0 => TransferTarget.Of(OfficeUnderTest.Night),
            1 => TransferTarget.Of(OfficeUnderTest.Boris),
            _ => TransferTarget.Of(OfficeUnderTest.Lawyers),
        };
        await office.Calls.TransferAsync(call.Id, new TransferRequest(target)
        {
            IfAway = (AwayRule)_random.Next(3),
            Kind = _random.Next(4) == 0 ? (TransferKind)_random.Next(2) : null,
            Leave = _random.Next(6) == 0,
        });
        _violations.Watch(() => Must.Hold("I6", _watch.Find(call.Id)!.Record.Transfers.Count > 0, $"The transfer of call {call.Id} was acknowledged and is not in the journal."));
    }

    private async Task TakeMessageAsync(CallRecord call)
    {
        var employee = EmployeeOf(call);
        var message = await _office.Office.Calls.TakeMessageAsync(call.Id, new MessageDraft(employee, [new MessageField("text", "call me")]));
        _violations.Watch(() => Must.Hold("I6", _watch.Has(message.Id), $"Message {message.Id} was acknowledged and is not in the journal."));
    }

    /// <summary>An operator's message when the caller is with somebody else or gone, pressed twice: it is taken once.</summary>
    private async Task WriteDownAsync(CallRecord call)
    {
        var command = CommandId.Parse($"late-{call.Id}-{_random.Next(3)}");
        var draft = new MessageDraft(EmployeeOf(call), [new MessageField("text", "written down after the call")]);
        var calls = _office.Office.Calls;
        var (first, second) = (calls.TakeMessageAsync(call.Id, draft, command), calls.TakeMessageAsync(call.Id, draft, command));
        await Task.WhenAll(first, second);
        _violations.Watch(() =>
        {
            Must.Hold("I8", first.Result.Id == second.Result.Id, $"Messages {first.Result.Id} and {second.Result.Id} of call {call.Id} were taken for one command.");
            Must.Hold("I6", _watch.Has(first.Result.Id), $"Message {first.Result.Id} was acknowledged and is not in the journal.");
        });
    }

    /// <summary>An employee is away for a while, or back early.</summary>
    private void BeAway(EmployeeId employee) => Command($"{employee} is away", async () =>
    {
        var employees = _office.Office.Employees;
        if (employees.ListAbsences(OfficeUnderTest.Bear) is [var first, ..] && _random.Next(2) == 0)
        {
            await employees.EndAbsenceAsync(OfficeUnderTest.Bear, first.Id);
            return;
        }

        var until = _office.Host!.Runtime.Clock.GetUtcNow().UtcDateTime.AddSeconds(_random.Next(20, 120));
        var kept = await employees.SetAbsenceAsync(OfficeUnderTest.Bear, new Absence(employee, AbsenceReason.Meeting)
        {
            Until = until,
            StandIn = employee == OfficeUnderTest.Boris ? OfficeUnderTest.Clara : OfficeUnderTest.Boris,
        });
        _violations.Watch(() => Must.Hold("I6", _office.ReadAbsences().Any(a => a.Id == kept.Id), $"{employee}'s absence was acknowledged and is not in the store."));
    });

    private void SetPresence(OperatorId op, OperatorPresence presence) => Command($"{op} is {presence}", async () =>
    {
        await _office.Office.Operators.SetPresenceAsync(op, presence);
        _violations.Watch(() => Must.Hold("I6", _office.ReadWishes().Any(w => w.Operator == op), $"{op}'s presence was acknowledged and is not in the store."));
    });

    private async Task ControlAsync(CallRecord call)
    {
        var calls = _office.Office.Calls;
        switch (_random.Next(6))
        {
            case 0:
                var isOnHold = _random.Next(3) > 0;
                await calls.SetHoldAsync(call.Id, isOnHold);
                break;
            case 1:
                await calls.SendDigitsAsync(call.Id, "12#");
                break;
            case 2:
                await calls.SetRecordingPausedAsync(call.Id, _random.Next(3) > 0);
                break;
            case 3:
                await calls.SaveDraftAsync(call.Id, [new MessageField("text", "he wants two rooms")]);
                _violations.Watch(() => Must.Hold("I6", _watch.Find(call.Id)!.Record.Draft.ContainsKey("text"), $"The draft of call {call.Id} was acknowledged and is not in the journal."));
                break;
            case 4:
                await calls.NoteQuestionAsync(call.Id, new AskedQuestion("May I bring a dog?", false));
                _violations.Watch(() => Must.Hold("I6", _watch.Find(call.Id)!.Record.Questions.Count == 1, $"The question of call {call.Id} was acknowledged and is not in the journal."));
                break;
            default:
                await calls.SetDispositionAsync(call.Id, new CallDisposition("booking", null, null));
                _violations.Watch(() => Must.Hold("I6", _watch.Find(call.Id)!.Record.Disposition is not null, $"The disposition of call {call.Id} was acknowledged and is not in the journal."));
                break;
        }
    }

    private void AcknowledgeSomething()
    {
        var messages = _watch.Calls.SelectMany(c => c.Record.Messages).ToList();
        if (messages.Count > 0)
        {
            var message = messages[_random.Next(messages.Count)];
            Command($"acknowledge {message.Id}", async () =>
            {
                var first = await _office.Office.Messages.AcknowledgeAsync(message.Id, "olga");
                _violations.Watch(() => Must.Hold("I7", first is not null, $"Message {message.Id} is in the journal, and could not be acknowledged."));
            });
        }
    }

    private Task ConsultAsync(CallRecord call) => _random.Next(3) == 0
        ? _office.Office.Calls.ConsultAsync(call.Id, (ConsultWith)_random.Next(3))
        : _office.Office.Calls.CompleteTransferAsync(call.Id);
}
