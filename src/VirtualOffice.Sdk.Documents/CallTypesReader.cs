using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads why callers call a company.</summary>
internal sealed class CallTypesReader(DocumentReader reader, string file, List<DefinitionProblem> problems)
{
    private const string AnId = "an id: 1 to 64 ASCII letters, digits, '-' or '_'";
    private const string ALanguage = "a language tag, such as en or pt-BR";

    public IReadOnlyList<CallType> Read(DocumentNode? node, IReadOnlyList<PhoneNumber> numbers)
    {
        var types = reader.Items(node, "a list of call types, such as { id: visas, name: Visas, numbers: [\"+78124540002\"] }")
            .Select(item => (Type: ReadType(item, numbers), Node: item))
            .Where(t => t.Type is not null)
            .ToList();
        DocumentReader.RefuseDoubles(types.Select(t => (t.Type!.Id.Value, file, t.Node.Field("id"))), "an id that no other call type of the company has", problems);
        DocumentReader.RefuseDoubles(
            types.SelectMany(t => t.Type!.Numbers.Select((n, i) => (n.ToString(), file, t.Node.Field("numbers").Item(i)))), "every number in one call type", problems);
        return [.. types.Select(t => t.Type!)];
    }

    /// <summary>Notes call types that name a script the company does not have.</summary>
    public void CheckScripts(DocumentNode node, IReadOnlyList<CallType> types, IReadOnlyList<Script> scripts)
    {
        var names = scripts.Select(s => s.Name).ToList();
        foreach (var (type, i) in types.Select((t, i) => (t, i)).Where(t => t.t.Script is { } script && !names.Contains(script, StringComparer.Ordinal)))
        {
            reader.Problem(node.Item(i).Field("script"), (names.Count == 0 ? "a script of the company, which has none" : $"one of {string.Join(", ", names)}") + Nearest.Hint(type.Script!, names));
        }
    }

    /// <summary>A language tag: subtags of ASCII letters and digits.</summary>
    public static bool TryLanguage(string? text, out string? language)
    {
        language = text;
        return text is { Length: >= 2 and <= 35 } && text.Split('-').All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) && char.IsAsciiLetter(text[0]);
    }

    private CallType? ReadType(DocumentNode node, IReadOnlyList<PhoneNumber> companyNumbers)
    {
        if (reader.Fields(node, "id", "name", "numbers", "language", "script") is not { } fields)
        {
            return null;
        }

        var hasId = reader.TryValue(reader.Required(node, fields, "id", AnId), CallTypeId.TryParse, AnId, out CallTypeId id);
        var name = reader.Text(reader.Required(node, fields, "name", "the call type's name"), 100);
        var numbers = reader.Items(fields.GetValueOrDefault("numbers"), "a list of the company's numbers that mean this call type")
            .Select(item => ReadNumber(item, companyNumbers)).OfType<PhoneNumber>().ToList();
        reader.TryValue(fields.GetValueOrDefault("language"), TryLanguage, ALanguage, out string? language);
        var script = reader.Text(fields.GetValueOrDefault("script"), 64);
        return hasId && name is not null ? new CallType(id, name) { Numbers = numbers, Language = language, Script = script } : null;
    }

    private PhoneNumber? ReadNumber(DocumentNode node, IReadOnlyList<PhoneNumber> companyNumbers)
    {
        if (!reader.TryValue(node, PhoneNumber.TryParse, ReachNumberReader.ANumber, out PhoneNumber? number))
        {
            return null;
        }

        if (!companyNumbers.Contains(number))
        {
            reader.Problem(node, $"one of the company's numbers: {string.Join(", ", companyNumbers)}");
        }

        return number;
    }
}
