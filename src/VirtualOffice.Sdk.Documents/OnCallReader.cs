using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads on-call lists: entries for times, a rotation, and who is on call otherwise.</summary>
internal sealed class OnCallReader(DocumentReader reader, string file, List<DefinitionProblem> problems, IReadOnlyList<Employee> employees)
{
    private const string AnId = "an id: 1 to 64 ASCII letters, digits, '-' or '_'";
    private const string People = "a list of ids of employees of this document";
    private const string AHandover = "the time of a handover, such as \"09:00\"";
    private const string ADay = "the day of the first handover, such as 2026-11-02";

    internal static readonly (string Name, OnCallPeriod Period)[] Periods = [("day", OnCallPeriod.Day), ("week", OnCallPeriod.Week)];

    private readonly EmployeeListReader _people = new(reader, employees);

    public IReadOnlyList<OnCallList> Read(DocumentNode? node)
    {
        var lists = reader.Items(node, "a list of on-call lists, such as { id: night, name: Night shift, default: [ivan] }")
            .Select(item => (List: ReadOne(item), Node: item)).Where(l => l.List is not null).ToList();
        DocumentReader.RefuseDoubles(lists.Select(l => (l.List!.Id.Value, file, l.Node.Field("id"))), "an id that no other on-call list of the company has", problems);
        return [.. lists.Select(l => l.List!)];
    }

    private OnCallList? ReadOne(DocumentNode node)
    {
        if (reader.Fields(node, "id", "name", "entries", "rotation", "default") is not { } fields)
        {
            return null;
        }

        var hasId = reader.TryValue(reader.Required(node, fields, "id", AnId), OnCallListId.TryParse, AnId, out OnCallListId id);
        var name = reader.Text(reader.Required(node, fields, "name", "the list's name"), 100);
        var entries = reader.Items(fields.GetValueOrDefault("entries"), "a list of entries, such as { from: 2026-12-31T18:00, to: 2027-01-01T09:00, who: [petr] }")
            .Select(ReadEntry).OfType<OnCallEntry>().ToList();
        var rotation = fields.TryGetValue("rotation", out var rotationNode) ? ReadRotation(rotationNode) : null;
        var otherwise = _people.ReadAll(fields.GetValueOrDefault("default"), People);
        if (!fields.ContainsKey("entries") && rotationNode is null && !fields.ContainsKey("default"))
        {
            reader.Problem(node, "entries, a rotation, a default, or several of them", "none of them");
        }

        return hasId && name is not null ? new OnCallList(id, name) { Entries = entries, Rotation = rotation, Default = otherwise } : null;
    }

    private OnCallEntry? ReadEntry(DocumentNode node)
    {
        if (reader.Fields(node, "from", "to", "who") is not { } fields)
        {
            return null;
        }

        var from = LocalTimeReader.From(reader, reader.Required(node, fields, "from", LocalTimeReader.ATime));
        var to = LocalTimeReader.Until(reader, reader.Required(node, fields, "to", LocalTimeReader.ATime));
        var who = _people.ReadAll(reader.Required(node, fields, "who", People), People);
        if (from >= to)
        {
            reader.Problem(fields["to"], "an end after the beginning");
        }

        return from is { } begins && to is { } ends ? new OnCallEntry(begins, ends, who) : null;
    }

    private OnCallRotation? ReadRotation(DocumentNode node)
    {
        if (reader.Fields(node, "members", "every", "from", "handover") is not { } fields)
        {
            return null;
        }

        var members = _people.ReadAll(reader.Required(node, fields, "members", People), People);
        var hasPeriod = reader.TryChoose(reader.Required(node, fields, "every", $"one of {DocumentReader.Names(Periods)}"), Periods, out var period);
        var hasDay = reader.TryValue(reader.Required(node, fields, "from", ADay), TryDay, ADay, out DateOnly from);
        var handover = TimeOnly.MinValue;
        var hasTime = !fields.TryGetValue("handover", out var handoverNode) || reader.TryValue(handoverNode, TryTime, AHandover, out handover);
        return hasPeriod && hasDay && hasTime && members.Count > 0 ? new OnCallRotation(members, period, from, handover) : null;
    }

    private static bool TryDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryTime(string? text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
