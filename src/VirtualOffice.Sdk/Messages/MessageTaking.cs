using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
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
        var draft = Prefilled(call, take.Draft);
        if (Problem(call, draft) is { } problem)
        {
            take.Refuse(problem);
            return;
        }

        var message = MessageTexts.Apply(call, MessageOf(call, draft));
        await SaveAsync(call, message, [], take.Id is { } id ? [call.Commands.Processed(id, take.Fingerprint, message.Id.ToString())] : []);
        take.Complete(message);
    }

    /// <summary>Says what would become of an operator's message, made as one that is taken is.</summary>
    public static void Preview(CallSession call, CallSignal.PreviewMessage preview)
    {
        var draft = Prefilled(call, preview.Draft);
        if (Problem(call, draft) is { } problem)
        {
            preview.Refuse(problem);
            return;
        }

        var message = MessageTexts.Apply(call, MessageOf(call, draft));
        preview.Complete(new MessagePreview(message, MessageRecipients.DeliveriesOf(message, call.Company, call.Options, call.Now(), call.Services.Transfers.Employees.Decide)));
    }

    /// <summary>Takes the message of a script's step, from the answers, with what else is journaled by it.</summary>
    /// <exception cref="CallCommandException">There is nothing to be in it.</exception>
    public static Task TakeAnswersAsync(CallSession call, ScriptStep step, IReadOnlyList<CallEvent> next, IReadOnlyList<ProcessedCommand> commands)
    {
        EmployeeId? employee = EmployeeId.TryParse(step.Text("for"), out var id) ? id : null;
        var draft = new MessageDraft(employee, GuidedScript.AnswersOf(call)) { Urgency = step.Flag("urgent") ? MessageUrgency.Urgent : MessageUrgency.Routine };
        return Problem(call, draft) is { } problem
            ? throw problem
            : SaveAsync(call, MessageTexts.Apply(call, NewMessage(call, MessageKind.Operator, employee) with { Fields = draft.Fields, Urgency = draft.Urgency }), [], commands, next);
    }

    /// <summary>Takes a voice message whose recording is stored.</summary>
    public static Task TakeVoiceAsync(CallSession call, RecordingId recording, RecordingEnded stored) =>
        SaveAsync(call, MessageTexts.Apply(call, NewVoiceMessage(call) with { Recording = recording }), [stored], []);

    private static Message NewVoiceMessage(CallSession call)
    {
        var step = GuidedScript.MessageStepOf(call);
        EmployeeId? employee = EmployeeId.TryParse(step?.Text("for"), out var id) ? id
            : call.Record.Transfers is [.., { Leave: true, Employee: var called }] ? called
            : null;
        return NewMessage(call, MessageKind.Voice, employee) with
        {
            Fields = GuidedScript.AnswersOf(call),
            Urgency = step?.Flag("urgent") == true ? MessageUrgency.Urgent : MessageUrgency.Routine,
        };
    }

    /// <summary>The draft with the script's answers for what it does not say itself.</summary>
    private static MessageDraft Prefilled(CallSession call, MessageDraft draft) =>
        draft with { Fields = [.. draft.Fields, .. GuidedScript.AnswersOf(call).Where(a => draft.Fields.All(f => !string.Equals(f?.Name, a.Name, StringComparison.OrdinalIgnoreCase)))] };

    private static async Task SaveAsync(CallSession call, Message message, IReadOnlyList<CallEvent> before, IReadOnlyList<ProcessedCommand> commands, IReadOnlyList<CallEvent>? after = null)
    {
        var deliveries = MessageRecipients.DeliveriesOf(message, call.Company, call.Options, call.Now(), call.Services.Transfers.Employees.Decide);
        await call.AppendAsync([.. before, new MessageTaken(call.Now(), message), .. after ?? []], deliveries, commands);
        call.Services.Outbox.Wake();
    }

    private static Message MessageOf(CallSession call, MessageDraft draft) =>
        NewMessage(call, MessageKind.Operator, draft.Employee) with { Fields = draft.Fields, Urgency = draft.Urgency };

    private static Message NewMessage(CallSession call, MessageKind kind, EmployeeId? employee) => new()
    {
        Id = new MessageId(call.Services.Runtime.Ids.NewId()),
        Call = call.Id,
        Kind = kind,
        Company = call.Record.Company!.Value,
        CompanyName = call.Company?.Name ?? call.Record.Company!.Value.Value,
        Employee = employee,
        EmployeeName = employee is { } id ? call.Company?.FindEmployee(id)?.Name : null,
        CallType = call.Record.CallType,
        Script = call.Record.Script?.Name,
        ScriptVersion = call.Record.Script?.Version,
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
