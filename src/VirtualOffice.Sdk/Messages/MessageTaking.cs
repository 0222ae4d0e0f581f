using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Makes messages durable, with their deliveries, in one append to the call's journal.</summary>
internal static class MessageTaking
{
    /// <summary>Takes an operator's message, or refuses it with the reason.</summary>
    public static async Task TakeAsync(CallSession call, CallSignal.TakeMessage take)
    {
        if (MessageWriting.Problem(call.Record, call.Company, MessageWriting.Prefilled(call.Record, call.Company, take.Draft)) is { } problem)
        {
            take.Refuse(problem);
            return;
        }

        var message = MessageWriting.Of(NewId(call), call.Record, call.Company, take.Draft, call.Now(), call.Services.OperatorName);
        await SaveAsync(call, message, [], take.Id is { } id ? [call.Commands.Processed(id, take.Fingerprint, message.Id.ToString())] : []);
        take.Complete(message);
    }

    /// <summary>Says what would become of an operator's message, made as one that is taken is.</summary>
    public static void Preview(CallSession call, CallSignal.PreviewMessage preview)
    {
        try
        {
            preview.Complete(MessageWriting.Preview(NewId(call), call.Record, call.Company, preview.Draft, call.Options, call.Now(), call.Services.Transfers.Employees.Decide, call.Services.OperatorName));
        }
        catch (CallCommandException problem)
        {
            preview.Refuse(problem);
        }
    }

    /// <summary>Takes the message of a script's step, from the answers, with what else is journaled by it.</summary>
    /// <exception cref="CallCommandException">There is nothing to be in it.</exception>
    public static Task TakeAnswersAsync(CallSession call, ScriptStep step, IReadOnlyList<CallEvent> next, IReadOnlyList<ProcessedCommand> commands)
    {
        EmployeeId? employee = EmployeeId.TryParse(step.Text("for"), out var id) ? id : null;
        var draft = new MessageDraft(employee, GuidedScript.AnswersOf(call.Record, call.Company)) { Urgency = step.Flag("urgent") ? MessageUrgency.Urgent : MessageUrgency.Routine };
        return MessageWriting.Problem(call.Record, call.Company, draft) is { } problem
            ? throw problem
            : SaveAsync(call, MessageTexts.Apply(call.Record, call.Company, NewMessage(call, MessageKind.Operator, employee) with { Fields = draft.Fields, Urgency = draft.Urgency }, call.Now(), call.Services.OperatorName), [], commands, next);
    }

    /// <summary>Takes a voice message whose recording is stored.</summary>
    public static Task TakeVoiceAsync(CallSession call, RecordingId recording, RecordingEnded stored) =>
        SaveAsync(call, MessageTexts.Apply(call.Record, call.Company, NewVoiceMessage(call) with { Recording = recording }, call.Now(), call.Services.OperatorName), [stored], []);

    private static Message NewVoiceMessage(CallSession call)
    {
        var step = GuidedScript.MessageStepOf(call);
        EmployeeId? employee = EmployeeId.TryParse(step?.Text("for"), out var id) ? id
            : call.Record.Transfers is [.., { Leave: true, Employee: var called }] ? called
            : null;
        return NewMessage(call, MessageKind.Voice, employee) with
        {
            Fields = GuidedScript.AnswersOf(call.Record, call.Company),
            Urgency = step?.Flag("urgent") == true ? MessageUrgency.Urgent : MessageUrgency.Routine,
        };
    }

    private static async Task SaveAsync(CallSession call, Message message, IReadOnlyList<CallEvent> before, IReadOnlyList<ProcessedCommand> commands, IReadOnlyList<CallEvent>? after = null)
    {
        var deliveries = MessageRecipients.DeliveriesOf(message, call.Company, call.Options, call.Now(), call.Services.Transfers.Employees.Decide);
        await call.AppendAsync([.. before, new MessageTaken(call.Now(), message), .. after ?? []], deliveries, commands);
        call.Services.Outbox.Taken(message);
    }

    private static Message NewMessage(CallSession call, MessageKind kind, EmployeeId? employee) =>
        MessageWriting.New(NewId(call), call.Record, call.Company, kind, employee);

    private static MessageId NewId(CallSession call) => new(call.Services.Runtime.Ids.NewId());
}
