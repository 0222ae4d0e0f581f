using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Makes messages durable, with their deliveries, in one append to the call's journal.</summary>
internal static class MessageTaking
{
    private const int MaxFields = 50;
    private const int MaxName = 60;
    private const int MaxValue = 10_000;

    /// <summary>Takes an operator's message, or refuses it with the reason.</summary>
    public static async Task TakeAsync(CallSession call, CallSignal.TakeMessage take)
    {
        if (Problem(call, take.Draft) is { } problem)
        {
            take.Refuse(problem);
            return;
        }

        var message = NewMessage(call, MessageKind.Operator, take.Draft.Employee) with { Fields = take.Draft.Fields, Urgency = take.Draft.Urgency };
        await SaveAsync(call, message, [], take.Id is { } id ? [call.Commands.Processed(id, take.Fingerprint, message.Id.ToString())] : []);
        take.Complete(message);
    }

    /// <summary>Takes a voice message whose recording is stored.</summary>
    public static Task TakeVoiceAsync(CallSession call, RecordingId recording, RecordingEnded stored) =>
        SaveAsync(call, NewMessage(call, MessageKind.Voice, call.Record.Transfers is [.., { Leave: true, Employee: var employee }] ? employee : null) with { Recording = recording }, [stored], []);

    private static async Task SaveAsync(CallSession call, Message message, IReadOnlyList<CallEvent> before, IReadOnlyList<ProcessedCommand> commands)
    {
        var deliveries = MessageRecipients.DeliveriesOf(message, call.Company, call.Options, call.Now());
        await call.AppendAsync([.. before, new MessageTaken(call.Now(), message)], deliveries, commands);
        call.Services.Outbox.Wake();
    }

    private static Message NewMessage(CallSession call, MessageKind kind, EmployeeId? employee) => new()
    {
        Id = new MessageId(call.Services.Runtime.Ids.NewId()),
        Call = call.Id,
        Kind = kind,
        Company = call.Record.Company!.Value,
        CompanyName = call.Company?.Name ?? call.Record.Company!.Value.Value,
        Employee = employee,
        EmployeeName = employee is { } id ? call.Company?.FindEmployee(id)?.Name : null,
        Caller = call.Record.Caller,
        Dialled = call.Record.Dialled,
        ReceivedAt = TimeZoneInfo.ConvertTime(call.Record.ReceivedAt, call.Company?.TimeZone ?? TimeZoneInfo.Utc),
    };

    private static CallCommandException? Problem(CallSession call, MessageDraft draft)
    {
        if (draft.Employee is { } employee && call.Company?.FindEmployee(employee) is null)
        {
            return new CallCommandException(CallCommandError.UnknownEmployee, $"Company '{call.Record.Company}' has no employee '{employee}'.");
        }

        if (!Enum.IsDefined(draft.Urgency))
        {
            return Invalid($"The urgency {(int)draft.Urgency} is unknown; allowed are {MessageUrgency.Routine} and {MessageUrgency.Urgent}.");
        }

        if (draft.Fields.Count is 0 or > MaxFields)
        {
            return Invalid($"A message has 1 to {MaxFields} fields; this one has {draft.Fields.Count}.");
        }

        foreach (var field in draft.Fields)
        {
            if (string.IsNullOrWhiteSpace(field.Name) || field.Name.Length > MaxName)
            {
                return Invalid($"A field's name has 1 to {MaxName} characters; '{field.Name}' has {field.Name?.Length ?? 0}.");
            }

            if (field.Value is null || field.Value.Length > MaxValue)
            {
                return Invalid($"A field's value has at most {MaxValue} characters; that of '{field.Name}' has {field.Value?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}.");
            }
        }

        return null;
    }

    private static CallCommandException Invalid(string message) => new(CallCommandError.Invalid, message);
}
