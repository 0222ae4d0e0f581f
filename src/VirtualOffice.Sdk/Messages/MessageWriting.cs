using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Messages;

/// <summary>What an operator's message is, made from the call's record alone: of a call that runs and of one that has ended alike.</summary>
internal static class MessageWriting
{
    private const int MaxFields = 50;
    private const int MaxName = 60;
    private const int MaxValue = 10_000;

    /// <summary>The message that a draft becomes.</summary>
    public static Message Of(MessageId id, CallRecord record, CompanyDefinition? company, MessageDraft draft, DateTimeOffset now, Func<OperatorId, string?> operatorName)
    {
        var message = New(id, record, company, MessageKind.Operator, draft.Employee) with
        {
            Fields = Prefilled(record, company, draft).Fields,
            Urgency = draft.Urgency,
            Corrects = draft.Corrects,
        };
        return MessageTexts.Apply(record, company, message, now, operatorName);
    }

    /// <summary>What would become of a draft.</summary>
    /// <exception cref="CallCommandException">It is not valid.</exception>
    public static MessagePreview Preview(
        MessageId id,
        CallRecord record,
        CompanyDefinition? company,
        MessageDraft draft,
        OfficeOptions options,
        DateTimeOffset now,
        Func<CompanyDefinition, Employee, DateTimeOffset, EmployeeAvailability> availability,
        Func<OperatorId, string?> operatorName)
    {
        if (Problem(record, company, Prefilled(record, company, draft)) is { } problem)
        {
            throw problem;
        }

        var message = Of(id, record, company, draft, now, operatorName);
        return new MessagePreview(message, MessageRecipients.DeliveriesOf(message, company, options, now, availability));
    }

    /// <summary>The draft with the script's answers for what it does not say itself; a correction says all itself.</summary>
    public static MessageDraft Prefilled(CallRecord record, CompanyDefinition? company, MessageDraft draft) => draft.Corrects is not null ? draft : draft with
    {
        Fields = [.. draft.Fields, .. GuidedScript.AnswersOf(record, company).Where(a => draft.Fields.All(f => !string.Equals(f?.Name, a.Name, StringComparison.OrdinalIgnoreCase)))],
    };

    /// <summary>A message of the call that says nothing yet.</summary>
    public static Message New(MessageId id, CallRecord record, CompanyDefinition? company, MessageKind kind, EmployeeId? employee) => new()
    {
        Id = id,
        Call = record.Id,
        Kind = kind,
        Company = record.Company!.Value,
        CompanyName = company?.Name ?? record.Company!.Value.Value,
        Employee = employee,
        EmployeeName = employee is { } who ? company?.FindEmployee(who)?.Name : null,
        CallType = record.CallType,
        Script = record.Script?.Name,
        ScriptVersion = record.Script?.Version,
        Caller = record.Caller,
        Dialled = record.Dialled,
        ReceivedAt = TimeZoneInfo.ConvertTime(record.ReceivedAt, company?.TimeZone ?? TimeZoneInfo.Utc),
    };

    /// <summary>Why a draft cannot be a message; null when it can.</summary>
    public static CallCommandException? Problem(CallRecord record, CompanyDefinition? company, MessageDraft draft)
    {
        if (draft.Employee is { } employee && company?.FindEmployee(employee) is null)
        {
            return new CallCommandException(CallCommandError.UnknownEmployee, $"Company '{record.Company}' has no employee '{employee}'.");
        }

        if (draft.Corrects is { } wrong && CorrectionProblem(record, wrong) is { } problem)
        {
            return problem;
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

    /// <summary>Only what an operator wrote can be corrected, and each message once: who comes second corrects the correction, and has seen it.</summary>
    private static CallCommandException? CorrectionProblem(CallRecord record, MessageId wrong) => record.Messages.FirstOrDefault(m => m.Id == wrong) switch
    {
        null => Invalid($"Call {record.Id} has no message {wrong} to be corrected."),
        { Kind: not MessageKind.Operator } => Invalid($"Message {wrong} was spoken by the caller: only what an operator wrote can be corrected."),
        _ when record.Messages.FirstOrDefault(m => m.Corrects == wrong) is { } later =>
            new CallCommandException(CallCommandError.WrongStage, $"Message {wrong} has been corrected by {later.Id}; correct that one."),
        _ => null,
    };

    private static CallCommandException Invalid(string message) => new(CallCommandError.Invalid, message);
}
