using System.Globalization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads a company's dispatch rules.</summary>
internal sealed class DispatchReader(DocumentReader reader, IReadOnlyList<EmployeeGroup> groups, IReadOnlyList<OnCallList> lists)
{
    private const string Email = "email";
    private const string ATarget = "recipient, messagesTo, the id of an employee, group:ID, on-call:ID, or an address with '@', '+' or '/' in it";
    private const string ACount = "a whole number, 2 to 50";
    private const int MaxSteps = 20;
    private const int MaxTimes = 50;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    internal static readonly (string Name, MessageUrgency Value)[] Urgencies = [("routine", MessageUrgency.Routine), ("urgent", MessageUrgency.Urgent)];

    internal static readonly (string Name, MessageKind Value)[] Kinds = [("operator", MessageKind.Operator), ("voice", MessageKind.Voice)];

    internal static readonly (string Name, AwayRecipients Value)[] Aways = [("tell", AwayRecipients.Tell), ("standIn", AwayRecipients.StandIn), ("skip", AwayRecipients.Skip)];

    public IReadOnlyList<DispatchRule> Read(DocumentNode? node, bool hasCommonAddress, IReadOnlyList<Employee> employees) =>
    [
        .. reader.Items(node, "a list of rules, such as { urgency: urgent, steps: [{ to: recipient }] }")
            .Select(item => ReadRule(item, hasCommonAddress, employees))
            .OfType<DispatchRule>(),
    ];

    private DispatchRule? ReadRule(DocumentNode node, bool hasCommonAddress, IReadOnlyList<Employee> employees)
    {
        if (reader.Fields(node, "urgency", "kind", "away", "steps") is not { } fields)
        {
            return null;
        }

        MessageUrgency? urgency = TryChoose(fields.GetValueOrDefault("urgency"), Urgencies, out var chosen) ? chosen : null;
        MessageKind? kind = TryChoose(fields.GetValueOrDefault("kind"), Kinds, out var taken) ? taken : null;
        var away = TryChoose(fields.GetValueOrDefault("away"), Aways, out var rule) ? rule : AwayRecipients.Tell;
        const string Steps = "a list of 1 to 20 steps, such as { to: recipient, by: email }";
        if (reader.Required(node, fields, "steps", Steps) is not { } list)
        {
            return null;
        }

        var items = reader.Items(list, Steps).ToList();
        if (items.Count > MaxSteps || (items.Count == 0 && list.Yaml is YamlDotNet.RepresentationModel.YamlSequenceNode))
        {
            reader.Problem(list, Steps, items.Count == 0 ? "an empty list" : $"{items.Count} of them");
        }

        return new DispatchRule { Urgency = urgency, Kind = kind, Away = away, Steps = [.. items.Select(item => ReadStep(item, hasCommonAddress, employees)).OfType<DispatchStep>()] };
    }

    private DispatchStep? ReadStep(DocumentNode node, bool hasCommonAddress, IReadOnlyList<Employee> employees)
    {
        if (reader.Fields(node, "to", "by", "after", "every", "times", "quiet", "hold") is not { } fields)
        {
            return null;
        }

        var by = fields.TryGetValue("by", out var byNode) ? reader.Text(byNode, 64) : null;
        var to = reader.Required(node, fields, "to", ATarget) is { } toNode ? ReadTargets(toNode, by, hasCommonAddress, employees) : [];

        var after = ReadTime(fields.GetValueOrDefault("after"), TimeSpan.Zero);
        var (every, times) = (TimeSpan.Zero, 1);
        if (fields.ContainsKey("every") || fields.ContainsKey("times"))
        {
            every = ReadTime(reader.Required(node, fields, "every", "the pause between the times, such as 5m"), TimeSpan.FromMinutes(1));
            reader.TryValue(reader.Required(node, fields, "times", ACount), TryTimes, ACount, out times);
        }

        var quiet = QuietReader.Read(reader, fields.GetValueOrDefault("quiet"));
        var isHeld = reader.TryValue(fields.GetValueOrDefault("hold"), bool.TryParse, "true or false", out bool hold) && hold;
        if (isHeld && (by is not null || times > 1))
        {
            reader.Problem(fields["hold"], "true only in a step without by, every and times: the message is kept, and not sent");
        }

        return to.Count == 0 ? null : new DispatchStep(to[0]) { Then = to.Count == 1 ? [] : [.. to.Skip(1)], Channel = by, After = after, Every = every, Times = times, Quiet = quiet, Hold = isHeld };
    }

    /// <summary>One, or several in the order in which they are told.</summary>
    private List<string> ReadTargets(DocumentNode node, string? by, bool hasCommonAddress, IReadOnlyList<Employee> employees)
    {
        const string Several = "one, or a list of 1 to 20, of " + ATarget;
        List<DocumentNode> nodes = node.Yaml is YamlDotNet.RepresentationModel.YamlSequenceNode ? [.. reader.Items(node, Several)] : [node];
        if (nodes.Count is 0 or > MaxSteps)
        {
            reader.Problem(node, Several, nodes.Count == 0 ? "an empty list" : $"{nodes.Count} of them");
            return [];
        }

        List<string> targets = [];
        foreach (var item in nodes)
        {
            if (reader.Text(item, 254) is { } target)
            {
                CheckTarget(item, target, by, hasCommonAddress, employees);
                targets.Add(target);
            }
        }

        return targets;
    }

    private void CheckTarget(DocumentNode node, string to, string? by, bool hasCommonAddress, IReadOnlyList<Employee> employees)
    {
        if (to == DispatchStep.CompanyAddress)
        {
            if (!hasCommonAddress)
            {
                reader.Problem(node, "messagesTo only when the company has the field messagesTo");
            }
        }
        else if (DispatchStep.NamesSeveral(to))
        {
            string[] several = [.. groups.Select(g => $"group:{g.Id}"), .. lists.Select(l => $"on-call:{l.Id}")];
            if (!several.Contains(to, StringComparer.Ordinal))
            {
                reader.Problem(node, ATarget + Nearest.Hint(to, several));
            }
        }
        else if (employees.FirstOrDefault(e => e.Id.Value == to) is { } employee)
        {
            CheckEmployee(node, employee, by);
        }
        else if (to != DispatchStep.Recipient && to.IndexOfAny(['@', '+', '/']) < 0)
        {
            string[] known = [DispatchStep.Recipient, DispatchStep.CompanyAddress, .. employees.Select(e => e.Id.Value)];
            reader.Problem(node, ATarget + Nearest.Hint(to, known));
        }
    }

    /// <summary>Without a channel it is the office's own, which the document does not know.</summary>
    private void CheckEmployee(DocumentNode node, Employee employee, string? by)
    {
        if (by == Email && employee.Email is null)
        {
            reader.Problem(node, "an employee who has an email, for this channel");
        }
        else if (by is not (null or Email) && employee.Numbers.Count == 0)
        {
            reader.Problem(node, "an employee who has a number, for this channel");
        }
    }

    private bool TryChoose<T>(DocumentNode? node, (string Name, T Value)[] choices, out T chosen)
    {
        chosen = default!;
        if (node is null)
        {
            return false;
        }

        var index = Array.FindIndex(choices, c => c.Name == node.Text);
        if (index < 0)
        {
            var names = choices.Select(c => c.Name).ToList();
            reader.Problem(node, $"one of {string.Join(", ", names)}{Nearest.Hint(node.Text ?? "", names)}");
            return false;
        }

        chosen = choices[index].Value;
        return true;
    }

    private TimeSpan ReadTime(DocumentNode? node, TimeSpan least) => reader.TryValue(
        node,
        (string? text, out TimeSpan t) => ShortTime.TryParse(text, out t) && t >= least && t <= Longest,
        $"a time such as 90s, 5m or 1h: {ShortTime.Of(least)} to {ShortTime.Of(Longest)}",
        out TimeSpan time) ? time : TimeSpan.Zero;

    private static bool TryTimes(string? text, out int times) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out times) && times is >= 2 and <= MaxTimes;
}
