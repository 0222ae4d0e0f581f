using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads a number an employee is reached at: the number alone, or with how it is to be used.</summary>
internal sealed class ReachNumberReader(DocumentReader reader)
{
    public const string ANumber = "a phone number in international form, such as \"+78124540001\" (in quotes)";

    private static readonly TimeSpan LongestRing = TimeSpan.FromMinutes(5);

    internal static readonly (string Name, ReachKind Kind)[] Kinds =
        [("office", ReachKind.Office), ("mobile", ReachKind.Mobile), ("home", ReachKind.Home), ("other", ReachKind.Other)];

    internal static readonly (string Name, TransferKind Kind)[] Transfers = [("blind", TransferKind.Blind), ("warm", TransferKind.Warm)];

    public IReadOnlyList<ReachNumber> ReadAll(DocumentNode? node) =>
        [.. reader.Items(node, $"a list; each item {ANumber}, a mapping with it, or a list of such that ring at once").SelectMany(ReadStep)];

    /// <summary>One number, or several that ring at once.</summary>
    private IEnumerable<ReachNumber> ReadStep(DocumentNode node) => node.Yaml is YamlSequenceNode { Children.Count: > 0 } list
        ? list.Children.Select((child, i) => (Number: Read(node.Item(child, i)), IsFirst: i == 0)).Where(n => n.Number is not null).Select(n => n.Number! with { WithPrevious = !n.IsFirst })
        : Read(node) is { } number ? [number] : [];

    private ReachNumber? Read(DocumentNode node)
    {
        if (node.Yaml is not YamlMappingNode)
        {
            return reader.TryValue(node, PhoneNumber.TryParse, ANumber, out PhoneNumber? alone) ? new ReachNumber(alone!) : null;
        }

        if (reader.Fields(node, "number", "kind", "ring", "transfer", "accept", "hours") is not { } fields
            || !reader.TryValue(reader.Required(node, fields, "number", ANumber), PhoneNumber.TryParse, ANumber, out PhoneNumber? number))
        {
            return null;
        }

        var ring = TimeSpan.Zero;
        var hasRing = fields.TryGetValue("ring", out var ringNode) && ShortTime.TryRead(reader, ringNode, TimeSpan.FromSeconds(1), LongestRing, out ring);
        return new ReachNumber(number!)
        {
            Kind = reader.TryChoose(fields.GetValueOrDefault("kind"), Kinds, out var kind) ? kind : ReachKind.Other,
            RingTime = hasRing ? ring : null,
            Transfer = reader.TryChoose(fields.GetValueOrDefault("transfer"), Transfers, out var transfer) ? transfer : TransferKind.Blind,
            MustAccept = reader.TryValue(fields.GetValueOrDefault("accept"), bool.TryParse, "true or false", out bool accept) && accept,
            Hours = fields.TryGetValue("hours", out var hours) ? new HoursReader(reader).ReadPlain(hours) : null,
        };
    }
}
