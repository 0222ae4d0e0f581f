using System.Globalization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads a company's queue rules.</summary>
internal sealed class QueueReader(DocumentReader reader)
{
    private const int MaxBackups = 7;
    private const int MaxCount = 10_000;

    internal static readonly (string Name, QueueExit When)[] Kinds =
    [
        ("queueLength", QueueExit.QueueLength), ("wait", QueueExit.WaitLimit), ("expectedWait", QueueExit.ExpectedWait),
        ("waitingPerOperator", QueueExit.WaitingPerOperator), ("nobodyOnline", QueueExit.NobodyOnline), ("everybodyOnBreak", QueueExit.EverybodyOnBreak),
        ("closing", QueueExit.Closed),
    ];

    internal static readonly (string Name, OfferMode Mode)[] Modes = [("oneAtATime", OfferMode.OneAtATime), ("allOfRing", OfferMode.AllOfRing)];

    internal static readonly (string Name, QueueAction Then)[] Actions =
    [
        ("message", QueueAction.Message), ("callback", QueueAction.Callback), ("announcement", QueueAction.Announcement),
        ("busy", QueueAction.Busy), ("overflow", QueueAction.Overflow),
    ];

    public QueueRules Read(DocumentNode node)
    {
        if (reader.Fields(node, "strategy", "offer", "backupsAfter", "preferLastOperatorFor", "wrapUp", "weight", "skills", "whisper", "limits") is not { } fields)
        {
            return QueueRules.Default;
        }

        var usual = QueueRules.Default;
        return new QueueRules
        {
            Strategy = reader.Text(fields.GetValueOrDefault("strategy"), 64) ?? usual.Strategy,
            Offer = fields.TryGetValue("offer", out var offer) && reader.TryChoose(offer, Modes, out var mode) ? mode : usual.Offer,
            BackupsAfter = ReadBackups(fields.GetValueOrDefault("backupsAfter")),
            PreferLastOperatorFor = ReadTime(fields.GetValueOrDefault("preferLastOperatorFor"), TimeSpan.FromMinutes(10)),
            WrapUp = ReadTime(fields.GetValueOrDefault("wrapUp"), TimeSpan.FromHours(1)),
            Weight = reader.TryWhole(fields.GetValueOrDefault("weight"), 1, 1_000, out var weight) ? weight : usual.Weight,
            Skills = SkillsReader.Read(reader, fields.GetValueOrDefault("skills")),
            Whisper = fields.TryGetValue("whisper", out var whisper) ? WhisperReader.Read(reader, whisper) : null,
            Limits = [.. reader.Items(fields.GetValueOrDefault("limits"), "a list of limits, such as { when: wait, time: 90s, then: message }").Select(ReadLimit).OfType<QueueLimit>()],
        };
    }

    /// <summary>Where a limit says which company it overflows to; for the check that there is one.</summary>
    public static IEnumerable<(CompanyId To, DocumentNode Node)> OverflowsOf(Located<CompanyDefinition> company) =>
        company.Value.Queue.Limits.Select((limit, i) => (limit, i)).Where(l => l.limit.To is not null)
            .Select(l => (l.limit.To!.Value, company.Node.Field("queue").Field("limits").Item(l.i).Field("to")));

    private IReadOnlyList<TimeSpan> ReadBackups(DocumentNode? node)
    {
        var times = reader.Items(node, "a list of times, such as [15s, 45s]").Select(item => ReadTime(item, TimeSpan.FromHours(1))).ToList();
        if (times.Count > MaxBackups || times.Zip(times.Skip(1)).Any(pair => pair.Second < pair.First))
        {
            reader.Problem(node!, $"at most {MaxBackups} times, each as long as the one before or longer", string.Join(", ", times.Select(t => $"{t.TotalSeconds.ToString(CultureInfo.InvariantCulture)}s")));
        }

        return times;
    }

    private QueueLimit? ReadLimit(DocumentNode node)
    {
        if (reader.Fields(node, "when", "count", "time", "then", "to", "prompt") is not { } fields)
        {
            return null;
        }

        var hasKind = reader.TryChoose(reader.Required(node, fields, "when", DocumentReader.Names(Kinds)), Kinds, out var when);
        var hasAction = reader.TryChoose(reader.Required(node, fields, "then", DocumentReader.Names(Actions)), Actions, out var then);
        if (!hasKind || !hasAction)
        {
            return null;
        }

        const string ACount = "a whole number, 1 to 10000";
        var count = 0;
        if (Belongs(fields, "count", when is QueueExit.QueueLength or QueueExit.WaitingPerOperator, node, ACount) is { } countNode)
        {
            reader.TryValue(countNode, TryCount, ACount, out count);
        }

        var time = Belongs(fields, "time", when is QueueExit.WaitLimit or QueueExit.ExpectedWait, node, "a time, such as 90s") is { } timeNode
            ? ReadTime(timeNode, TimeSpan.FromHours(4), atLeast: TimeSpan.FromSeconds(1))
            : TimeSpan.Zero;
        CompanyId? to = Belongs(fields, "to", then == QueueAction.Overflow, node, "the id of a company") is { } toNode && reader.TryValue(toNode, CompanyId.TryParse, "the id of a company", out CompanyId id) ? id : null;
        RecordedPrompt? prompt = null;
        if (fields.TryGetValue("prompt", out var promptNode))
        {
            if (then is QueueAction.Announcement or QueueAction.Callback)
            {
                PromptReader.TryRead(reader, promptNode, out prompt);
            }
            else
            {
                reader.Problem(promptNode, "no prompt here: only 'announcement' and 'callback' have one");
            }
        }

        return new QueueLimit(when, then) { Count = count, Time = time, To = to, Prompt = prompt };
    }

    /// <summary>A field that must be there for some limits, and must not for the others.</summary>
    private DocumentNode? Belongs(IReadOnlyDictionary<string, DocumentNode> fields, string name, bool isWanted, DocumentNode owner, string allowed)
    {
        if (isWanted)
        {
            return reader.Required(owner, fields, name, allowed);
        }

        if (fields.TryGetValue(name, out var node))
        {
            reader.Problem(node, $"no '{name}' with this limit");
        }

        return null;
    }

    private TimeSpan ReadTime(DocumentNode? node, TimeSpan longest, TimeSpan atLeast = default) =>
        ShortTime.TryRead(reader, node, atLeast, longest, out var time) ? time : TimeSpan.Zero;

    private static bool TryCount(string? text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= MaxCount;
}
