using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Makes up a message, so that a company sees how its template reads. It is filled in by what fills in those that are taken.</summary>
internal static class MessageExamples
{
    private const string Name = "Ivan Petrov";
    private const string Number = "+79215550101";
    private const string Operator = "Olga";

    public static MessageExample Of(CompanyDefinition company, IReadOnlyList<ScriptStepKind> kinds, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var record = new CallRecord(new CallId(id));
        var caller = CallerId.Clean(Number, Name);
        var type = company.CallTypes is [var first, ..] ? first : null;
        record.Apply(new CallReceived(now, default, "", company.Numbers.Count > 0 ? company.Numbers[0].ToString() : "", caller));
        record.Apply(new CallPlanned(now, company.Id, company.Version, HasGreeting: false, IsOpen: true)
        {
            Facts = new CallerFacts(Name),
            CallType = type?.Id,
            Language = type?.Language ?? "en",
        });
        record.Apply(new CallAnswered(now));
        record.Apply(new OfferMade(now, default, OperatorId.Parse("olga"), default));
        record.Apply(new OfferEnded(now, default, OfferResult.Accepted));
        var employee = company.Employees is [var somebody, ..] ? somebody.Id : (EmployeeId?)null;
        var message = MessageWriting.New(new MessageId(id), record, company, MessageKind.Operator, employee) with { Fields = Answers(company, kinds) };
        return new MessageExample(MessageTexts.Apply(record, company, message, now, _ => Operator), MessageTemplate.Names(company.Scripts, kinds));
    }

    /// <summary>What a caller could have said to each question of the scripts, and what operators write down without one.</summary>
    private static IReadOnlyList<MessageField> Answers(CompanyDefinition company, IReadOnlyList<ScriptStepKind> kinds)
    {
        List<MessageField> answers = [new("name", Name), new("phone", Number)];
        foreach (var (step, field) in company.Scripts.SelectMany(s => ScriptName.FieldsOf(s, kinds)))
        {
            if (answers.TrueForAll(a => a.Name != field))
            {
                answers.Add(new MessageField(field, Answer(step)));
            }
        }

        return answers.Exists(a => a.Name == "text") ? answers : [.. answers, new("text", "Please call back before noon.")];
    }

    private static string Answer(ScriptStep step) => step.FieldType switch
    {
        ScriptFieldType.Name => Name,
        ScriptFieldType.Phone => Number,
        ScriptFieldType.Email => "ivan@example.com",
        ScriptFieldType.Choice when step.Texts("choices") is [var first, ..] => first,
        ScriptFieldType.Date => "2026-12-31",
        ScriptFieldType.Number => "2",
        _ => "…",
    };
}
