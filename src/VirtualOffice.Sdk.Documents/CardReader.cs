using System.Diagnostics.CodeAnalysis;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads what operators are shown of a company.</summary>
internal sealed class CardReader(DocumentReader reader, string file, List<DefinitionProblem> problems)
{
    private const int LongText = 4000;
    private const string AnId = "an id: 1 to 64 ASCII letters, digits, '-' or '_'";
    private const string AColour = "a colour, such as \"#e4572e\" (in quotes)";

    public CardContent Read(DocumentNode node)
    {
        if (reader.Fields(node, "about", "instructions", "services", "offices", "promotions", "faq", "notices", "sections", "organisations", "colours", "layout") is not { } fields)
        {
            return CardContent.Empty;
        }

        var faq = Read(fields, "faq", "a list of questions, such as { id: visa, question: \"Do I need a visa?\", answer: \"…\" }", ReadFaq);
        var sections = Read(fields, "sections", "a list of sections, such as { id: insurance, title: Insurance, text: \"…\" }", ReadSection);
        RefuseDoubleIds(faq.Select(f => (f.Value.Id, f.Node)), "an id that no other question of the company has");
        RefuseDoubleIds(sections.Select(s => (s.Value.Id, s.Node)), "an id that no other section of the company has");
        return new CardContent
        {
            About = reader.LongText(fields.GetValueOrDefault("about"), LongText),
            Instructions = reader.LongText(fields.GetValueOrDefault("instructions"), LongText),
            Services = Values(Read(fields, "services", "a list of services, such as { name: Visas, text: \"…\" }", ReadService)),
            Offices = Values(Read(fields, "offices", "a list of offices, such as { name: Nevsky, address: 28 Nevsky Prospekt }", new CardOfficeReader(reader).Read)),
            Promotions = Values(Read(fields, "promotions", "a list of promotions, such as { name: Early booking, text: \"…\", until: 2026-12-31 }", ReadPromotion)),
            Faq = Values(faq),
            Notices = Values(Read(fields, "notices", "a list of notices, such as { text: Anna is at a fair, until: 2026-12-31 }", ReadNotice)),
            Sections = Values(sections),
            Organisations = Values(Read(fields, "organisations", "a list of organisations, such as { name: Baltic Air, fax: \"+78124540199\" }", ReadOrganisation)),
            Colours = fields.TryGetValue("colours", out var colours) ? ReadColours(colours) : null,
            Layout = new CardLayoutReader(reader, file, problems).Read(fields.GetValueOrDefault("layout"), [.. sections.Select(s => s.Value.Id)]),
        };
    }

    private List<(T Value, DocumentNode Node)> Read<T>(IReadOnlyDictionary<string, DocumentNode> fields, string name, string allowed, Func<DocumentNode, T?> read)
        where T : class =>
        [.. reader.Items(fields.GetValueOrDefault(name), allowed).Select(item => (Value: read(item), Node: item)).Where(r => r.Value is not null).Select(r => (r.Value!, r.Node))];

    private static List<T> Values<T>(List<(T Value, DocumentNode Node)> items) => [.. items.Select(i => i.Value)];

    private void RefuseDoubleIds(IEnumerable<(string Id, DocumentNode Node)> items, string allowed) =>
        DocumentReader.RefuseDoubles(items.Select(i => (i.Id, file, i.Node.Field("id"))), allowed, problems);

    private CardService? ReadService(DocumentNode node)
    {
        if (reader.Fields(node, "name", "text", "price", "keywords") is not { } fields)
        {
            return null;
        }

        var name = reader.Text(reader.Required(node, fields, "name", "what the service is"), 200);
        var text = reader.LongText(fields.GetValueOrDefault("text"), LongText);
        var price = reader.Text(fields.GetValueOrDefault("price"), 200);
        var keywords = ReadKeywords(fields);
        return name is null ? null : new CardService(name, text) { Price = price, Keywords = keywords };
    }

    private CardPromotion? ReadPromotion(DocumentNode node)
    {
        if (reader.Fields(node, "name", "text", "from", "until") is not { } fields)
        {
            return null;
        }

        var name = reader.Text(reader.Required(node, fields, "name", "what the promotion is"), 200);
        var text = reader.LongText(reader.Required(node, fields, "text", "what is said of it"), LongText);
        var valid = ValidityReader.Read(reader, fields);
        return name is null || text is null ? null : new CardPromotion(name, text, valid);
    }

    private FaqEntry? ReadFaq(DocumentNode node)
    {
        if (reader.Fields(node, "id", "question", "answer", "keywords", "instructions") is not { } fields)
        {
            return null;
        }

        var hasId = reader.TryValue(reader.Required(node, fields, "id", AnId), TryId, AnId, out string? id);
        var question = reader.Text(reader.Required(node, fields, "question", "the question"), 500);
        var answer = reader.LongText(reader.Required(node, fields, "answer", "the answer, in words to say"), LongText);
        var keywords = ReadKeywords(fields);
        var instructions = reader.LongText(fields.GetValueOrDefault("instructions"), LongText);
        return hasId && question is not null && answer is not null ? new FaqEntry(id!, question, answer) { Keywords = keywords, Instructions = instructions } : null;
    }

    private CardNotice? ReadNotice(DocumentNode node)
    {
        if (reader.Fields(node, "text", "from", "until") is not { } fields)
        {
            return null;
        }

        var text = reader.LongText(reader.Required(node, fields, "text", "what operators are told"), LongText);
        var valid = ValidityReader.Read(reader, fields);
        return text is null ? null : new CardNotice(text, valid);
    }

    private CardSection? ReadSection(DocumentNode node)
    {
        if (reader.Fields(node, "id", "title", "text", "instructions") is not { } fields)
        {
            return null;
        }

        var hasId = reader.TryValue(reader.Required(node, fields, "id", AnId), TryId, AnId, out string? id);
        var title = reader.Text(reader.Required(node, fields, "title", "the section's title"), 100);
        var text = reader.LongText(reader.Required(node, fields, "text", "what is said"), LongText);
        var instructions = reader.LongText(fields.GetValueOrDefault("instructions"), LongText);
        if (hasId && CardSections.All.Contains(id!, StringComparer.Ordinal))
        {
            reader.Problem(fields["id"], $"an id that is none of {string.Join(", ", CardSections.All)}, which every company has");
        }

        return hasId && title is not null && text is not null ? new CardSection(id!, title, text) { Instructions = instructions } : null;
    }

    private Organisation? ReadOrganisation(DocumentNode node)
    {
        if (reader.Fields(node, "name", "fax") is not { } fields)
        {
            return null;
        }

        var name = reader.Text(reader.Required(node, fields, "name", "the organisation's name"), 200);
        var hasFax = reader.TryValue(reader.Required(node, fields, "fax", ReachNumberReader.ANumber), PhoneNumber.TryParse, ReachNumberReader.ANumber, out PhoneNumber? fax);
        return name is not null && hasFax ? new Organisation(name, fax!) : null;
    }

    private CardColours? ReadColours(DocumentNode node)
    {
        if (reader.Fields(node, "accent", "background", "text") is not { } fields)
        {
            return null;
        }

        var hasAccent = reader.TryValue(reader.Required(node, fields, "accent", AColour), TryColour, AColour, out string? accent);
        reader.TryValue(fields.GetValueOrDefault("background"), TryColour, AColour, out string? background);
        reader.TryValue(fields.GetValueOrDefault("text"), TryColour, AColour, out string? text);
        return hasAccent ? new CardColours(accent!, background, text) : null;
    }

    private IReadOnlyList<string> ReadKeywords(IReadOnlyDictionary<string, DocumentNode> fields) =>
        reader.Values<string>(fields.GetValueOrDefault("keywords"), TryKeyword, "a word or a few, 1 to 50 characters");

    private static bool TryKeyword(string? text, [NotNullWhen(true)] out string? keyword)
    {
        keyword = text?.Trim();
        return keyword is { Length: > 0 and <= 50 } && !keyword.Any(char.IsControl);
    }

    private static bool TryId(string? text, [NotNullWhen(true)] out string? id)
    {
        id = text;
        return text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }

    private static bool TryColour(string? text, [NotNullWhen(true)] out string? colour)
    {
        colour = text;
        return text is ['#', _, _, _, _, _, _] && text.Skip(1).All(char.IsAsciiHexDigit);
    }
}
