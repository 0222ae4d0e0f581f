using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads which callers a company treats in a way of their own.</summary>
internal sealed class CallersReader(DocumentReader reader, string file, List<DefinitionProblem> problems)
{
    internal static readonly (string Name, CallPriority Priority)[] Priorities =
        [("vip", CallPriority.Vip), ("high", CallPriority.High), ("normal", CallPriority.Normal), ("low", CallPriority.Low)];

    internal static readonly (string Name, AnonymousCallers Treatment)[] Treatments =
        [("accept", AnonymousCallers.Accept), ("message", AnonymousCallers.Message), ("refuse", AnonymousCallers.Refuse)];

    public CallerRules Read(DocumentNode node)
    {
        if (reader.Fields(node, "known", "blocked", "anonymous", "redialWithin") is not { } fields)
        {
            return CallerRules.Default;
        }

        var known = reader.Items(fields.GetValueOrDefault("known"), "a list of callers, such as { number: \"+79215550101\", name: Ivan Petrov, priority: vip }")
            .Select(item => (Caller: ReadKnown(item), Node: item)).Where(k => k.Caller is not null).ToList();
        var blocked = reader.Values<PhoneNumber>(fields.GetValueOrDefault("blocked"), PhoneNumber.TryParse, ReachNumberReader.ANumber);
        DocumentReader.RefuseDoubles(known.Select(k => (k.Caller!.Number.ToString(), file, k.Node.Field("number"))), "every number once", problems);
        foreach (var (_, k) in known.Where(k => blocked.Contains(k.Caller!.Number)))
        {
            reader.Problem(k.Field("number"), "a number that is not among the blocked ones too");
        }

        return new CallerRules
        {
            Known = [.. known.Select(k => k.Caller!)],
            Blocked = blocked,
            Anonymous = reader.TryChoose(fields.GetValueOrDefault("anonymous"), Treatments, out var treatment) ? treatment : AnonymousCallers.Accept,
            RedialWithin = ShortTime.TryRead(reader, fields.GetValueOrDefault("redialWithin"), TimeSpan.Zero, TimeSpan.FromHours(1), out var within) ? within : TimeSpan.Zero,
        };
    }

    private KnownCaller? ReadKnown(DocumentNode node)
    {
        if (reader.Fields(node, "number", "name", "priority", "note") is not { } fields)
        {
            return null;
        }

        var hasNumber = reader.TryValue(reader.Required(node, fields, "number", ReachNumberReader.ANumber), PhoneNumber.TryParse, ReachNumberReader.ANumber, out PhoneNumber? number);
        var name = reader.Text(reader.Required(node, fields, "name", "the caller's name"), 100);
        var note = fields.TryGetValue("note", out var noteNode) ? reader.Text(noteNode, 500) : null;
        var priority = reader.TryChoose(fields.GetValueOrDefault("priority"), Priorities, out var chosen) ? chosen : CallPriority.Normal;
        return hasNumber && name is not null ? new KnownCaller(number!, name) { Priority = priority, Note = note } : null;
    }
}
