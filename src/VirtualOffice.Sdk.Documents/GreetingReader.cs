using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads how callers are greeted: the usual greeting, and those for some calls.</summary>
internal sealed class GreetingReader(DocumentReader reader)
{
    private const int MaxText = 1000;

    public Greeting Read(DocumentNode node) => reader.Fields(node, "text", "prompt") is { } fields ? ReadGreeting(fields) : new Greeting(null, null);

    public IReadOnlyList<GreetingRule> ReadRules(DocumentNode? node, IReadOnlyList<CallType> callTypes) =>
        [.. reader.Items(node, "a list of greetings, such as { language: en, text: \"Good {daypart}!\" }").Select(item => ReadRule(item, callTypes)).OfType<GreetingRule>()];

    private GreetingRule? ReadRule(DocumentNode node, IReadOnlyList<CallType> callTypes)
    {
        if (reader.Fields(node, "callType", "language", "from", "until", "hours", "text", "prompt") is not { } fields)
        {
            return null;
        }

        var greeting = ReadGreeting(fields);
        if (greeting == new Greeting(null, null) && !fields.ContainsKey("text") && !fields.ContainsKey("prompt"))
        {
            reader.Problem(node, "a greeting with a text, a prompt, or both", "neither text nor prompt");
        }

        var language = reader.TryValue(fields.GetValueOrDefault("language"), CallTypesReader.TryLanguage, "a language tag, such as en or pt-BR", out string? tag) ? tag : null;
        return new GreetingRule(greeting)
        {
            CallType = fields.TryGetValue("callType", out var type) ? ReadCallType(type, callTypes) : null,
            Language = language,
            Valid = ValidityReader.Read(reader, fields),
            Hours = fields.TryGetValue("hours", out var hours) ? ReadHours(hours) : null,
        };
    }

    private WeeklyHours? ReadHours(DocumentNode node)
    {
        if (HoursExceptionsReader.NameOfAny(node) is { } field)
        {
            reader.Problem(node.Field(field), "only days of the week here, such as mon-fri", $"'{field}'");
            return null;
        }

        return new HoursReader(reader).Read(node);
    }

    private CallTypeId? ReadCallType(DocumentNode node, IReadOnlyList<CallType> callTypes)
    {
        if (callTypes.FirstOrDefault(t => t.Id.Value == node.Text) is { } type)
        {
            return type.Id;
        }

        var known = callTypes.Select(t => t.Id.Value).ToList();
        reader.Problem(node, known.Count == 0 ? "the id of a call type, and the company has none" : $"one of the company's call types: {string.Join(", ", known)}{Nearest.Hint(node.Text ?? "", known)}");
        return null;
    }

    private Greeting ReadGreeting(IReadOnlyDictionary<string, DocumentNode> fields)
    {
        var text = fields.TryGetValue("text", out var textNode) ? reader.Text(textNode, MaxText) : null;
        return new Greeting(text, PromptReader.TryRead(reader, fields.GetValueOrDefault("prompt"), out var prompt) ? prompt : null);
    }
}
