using System.Globalization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Fills a company's template in for a message that is being taken.</summary>
internal static class MessageTexts
{
    private const int MaxSubject = 300;
    private const int MaxBody = 20_000;

    public static Message Apply(CallRecord record, CompanyDefinition? definition, Message message, DateTimeOffset now, Func<OperatorId, string?> operatorName)
    {
        if (definition is not { MessageTemplate: { } template } company)
        {
            return message;
        }

        var facts = FactsOf(record, company, message, now, operatorName);
        return message with { Subject = Fill(template.Subject, facts, MaxSubject), Text = Fill(template.Body, facts, MaxBody) };
    }

    private static Dictionary<string, string> FactsOf(CallRecord record, CompanyDefinition company, Message message, DateTimeOffset now, Func<OperatorId, string?> operatorName)
    {
        var facts = ScriptRun.FactsOf(record, company, now, operatorName).Where(f => f.Key.Contains('.', StringComparison.Ordinal) || f.Key is "callType" or "date" or "daypart" or "dialled" or "language" or "weekday")
            .ToDictionary(StringComparer.Ordinal);
        if (facts["caller.name"].Length == 0)
        {
            facts["caller.name"] = message.Caller.Name ?? "";
        }

        facts["employee.name"] = message.EmployeeName ?? "";
        facts["callType"] = message.CallType is { } type ? company.FindCallType(type)?.Name ?? type.Value : "";
        facts["received"] = message.ReceivedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        facts["urgency"] = message.Urgency == MessageUrgency.Urgent ? "urgent" : "routine";
        facts["fields"] = string.Join('\n', message.Fields.Select(f => $"{f.Name}: {f.Value}"));
        foreach (var field in message.Fields)
        {
            facts.TryAdd(MessageTemplate.AnswerPrefix + field.Name, field.Value);
        }

        return facts;
    }

    private static string? Fill(string? text, Dictionary<string, string> facts, int max)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var name in MessageTemplate.FieldsIn(text))
        {
            facts.TryAdd(name, "");
        }

        var filled = ScriptText.Fill(text, facts).Trim();
        return filled.Length <= max ? filled : filled[..(char.IsHighSurrogate(filled[max - 1]) ? max - 1 : max)];
    }
}
