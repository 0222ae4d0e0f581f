using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Tells a call's journal as names and results instead of ids.</summary>
internal sealed class Timeline(IVirtualOffice office, CompanyDefinition? company)
{
    private readonly Dictionary<OfferId, OperatorId> _offers = [];
    private readonly Dictionary<int, TransferTarget?> _transfers = [];

    public IReadOnlyList<TimelineEntry> Of(IEnumerable<CallEvent> events) =>
        [.. events.Select((e, i) => (Event: e, Number: i + 1)).Where(e => e.Event is not DraftSaved).Select(e => new TimelineEntry(e.Number, e.Event.At, OfficeJson.TypeOf(e.Event), FactsOf(e.Event).Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value!, StringComparer.Ordinal)))];

    private IEnumerable<(string Name, string? Value)> FactsOf(CallEvent callEvent)
    {
        switch (callEvent)
        {
            case CallReceived e:
                return [("dialled", e.Dialled), ("caller", e.Caller.ToString())];
            case CallPlanned e:
                return
                [
                    ("company", company?.Name ?? e.Company.Value), ("open", e.IsOpen ? "yes" : "no"), ("refusal", e.Refusal?.ToString()),
                    ("known", e.Facts?.Name), ("priority", e.Priority == CallPriority.Normal ? null : e.Priority.ToString()), ("redial", e.Facts?.IsRedial == true ? "yes" : null),
                ];
            case OfferMade e:
                _offers[e.Offer] = e.Operator;
                return [("operator", NameOf(e.Operator))];
            case OfferEnded e:
                return [("operator", _offers.TryGetValue(e.Offer, out var op) ? NameOf(op) : null), ("result", e.Result.ToString())];
            case QueueLeft e:
                return [("exit", e.Exit.ToString()), ("action", e.Action.ToString())];
            case QueueOverflowed e:
                return [("exit", e.Exit.ToString()), ("to", office.Companies.Find(e.To)?.Name ?? e.To.Value)];
            case OperatorLeft e:
                return [("operator", NameOf(e.Operator)), ("cause", e.Cause.ToString())];
            case CallDirected e:
                return [("operator", NameOf(e.Operator)), ("by", e.By)];
            case TransferStarted e:
                _transfers[e.Transfer] = e.Target ?? (e.Employee is { } employee ? TransferTarget.Of(employee) : null);
                return [("employee", EmployeeOf(e.Transfer)), ("kind", e.Kind?.ToString()), ("leave", e.Leave ? "yes" : null), ("phone", (e.Phone ?? e.Line) is null ? null : "yes")];
            case AttemptStarted e:
                return [("employee", EmployeeOf(e.Transfer)), ("number", e.Number.ToString())];
            case AttemptAnswered e:
                return [("employee", EmployeeOf(e.Transfer))];
            case ConsultChanged e:
                return [("employee", EmployeeOf(e.Transfer)), ("with", e.With.ToString())];
            case AttemptEnded e:
                return [("employee", EmployeeOf(e.Transfer)), ("result", e.Result.ToString())];
            case TransferEnded e:
                return [("employee", EmployeeOf(e.Transfer)), ("result", e.Result.ToString())];
            case StepEntered e:
                return [("step", e.Step)];
            case AnswerSaved e:
                return [("field", e.Field), ("value", e.IsMasked ? "••••" : e.Value)];
            case CallClassified e:
                return [("callType", e.CallType is { } type ? company?.FindCallType(type)?.Name ?? type.Value : null)];
            case HoldChanged e:
                return [("on", e.IsOnHold ? "yes" : "no")];
            case MuteChanged e:
                return [("on", e.IsMuted ? "yes" : "no")];
            case DispositionSet e:
                return [("code", e.Disposition.Code), ("note", e.Disposition.Note)];
            case QuestionAsked e:
                return [("question", e.Question.Text), ("answered", e.Question.IsAnswered ? "yes" : "no")];
            case MessageTaken e:
                return [("for", e.Message.EmployeeName ?? e.Message.CompanyName), ("kind", e.Message.Kind.ToString()), ("corrects", e.Message.Corrects?.ToString())];
            case RecordingEnded e:
                return [("state", e.State.ToString()), ("reason", e.Reason)];
            case CallEnded e:
                return [("outcome", e.Outcome.Kind.ToString()), ("stage", e.Outcome.Stage.ToString()), ("refusal", e.Outcome.Refusal?.ToString()), ("detail", e.Outcome.Detail)];
            default:
                return [];
        }
    }

    private string NameOf(OperatorId op) => office.Operators.Find(op)?.Definition.Name ?? op.Value;

    private string? EmployeeOf(int transfer) => TransferNames.Of(_transfers.GetValueOrDefault(transfer), company);
}
