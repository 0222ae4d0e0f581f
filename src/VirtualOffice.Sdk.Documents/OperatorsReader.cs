using System.Globalization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads a document of operators.</summary>
internal sealed class OperatorsReader(YamlFile file, List<DefinitionProblem> problems)
{
    private const string AnId = "an id: 1 to 64 ASCII letters, digits, '-' or '_'";
    private const string ADevice = "a device: 1 to 32 ASCII letters, digits, '-' or '_'";

    private const int MaxRing = 7;
    private const string ARing = "a ring: 0 for who is asked at once, 1 to 7 for backups";

    private readonly DocumentReader _reader = new(file.Name, problems);

    internal static readonly (string Name, CompanyChoice Choice)[] Choices =
        [("longestWait", CompanyChoice.LongestWait), ("companyOrder", CompanyChoice.CompanyOrder), ("weighted", CompanyChoice.Weighted)];

    /// <summary>Whether a document holds operators and not a company.</summary>
    public static bool IsOperators(DocumentNode root) =>
        root.Yaml is YamlMappingNode mapping && mapping.Children.Keys.Any(k => k is YamlScalarNode { Value: "operators" });

    public IReadOnlyList<Located<OperatorDefinition>> Read()
    {
        var fields = _reader.Fields(file.Root, "operators");
        var items = _reader.Items(fields?.GetValueOrDefault("operators"), "a list of operators");
        return [.. items.Select(ReadOperator).OfType<Located<OperatorDefinition>>()];
    }

    private Located<OperatorDefinition>? ReadOperator(DocumentNode node)
    {
        if (_reader.Fields(node, "id", "name", "device", "companies", "rings", "skills", "takes", "order", "weight", "wrapUp") is not { } fields)
        {
            return null;
        }

        var hasId = _reader.TryValue(_reader.Required(node, fields, "id", AnId), OperatorId.TryParse, AnId, out OperatorId id);
        var name = _reader.Text(_reader.Required(node, fields, "name", "the operator's name"), 100);
        var hasDevice = _reader.TryValue(_reader.Required(node, fields, "device", ADevice), DeviceId.TryParse, ADevice, out DeviceId device);
        var companiesNode = _reader.Required(node, fields, "companies", $"a list of 1 to {OperatorDefinition.MaxCompanies} companies");
        var companies = _reader.Values<CompanyId>(companiesNode, CompanyId.TryParse, "the id of a company");
        if (companiesNode?.Yaml is YamlSequenceNode { Children.Count: 0 or > OperatorDefinition.MaxCompanies } list)
        {
            _reader.Problem(companiesNode, $"1 to {OperatorDefinition.MaxCompanies} companies", $"{DocumentReader.Count(list.Children.Count)} companies");
        }

        var isWhole = hasId && name is not null && hasDevice && companiesNode?.Yaml is YamlSequenceNode all && all.Children.Count == companies.Count;
        if (isWhole)
        {
            DocumentReader.RefuseDoubles(companies.Select((c, i) => (c.Value, file.Name, companiesNode!.Item(i))), "every company once", problems);
        }

        return isWhole
            ? new Located<OperatorDefinition>(
                new OperatorDefinition(id, name!, device, companies)
                {
                    Rings = ReadRings(fields.GetValueOrDefault("rings"), companies),
                    Skills = SkillsReader.Read(_reader, fields.GetValueOrDefault("skills")),
                    Choice = _reader.TryChoose(fields.GetValueOrDefault("takes"), Choices, out var choice) ? choice : CompanyChoice.LongestWait,
                    Order = _reader.TryWhole(fields.GetValueOrDefault("order"), 0, 10_000, out var order) ? order : 0,
                    Weight = _reader.TryWhole(fields.GetValueOrDefault("weight"), 1, 1_000, out var weight) ? weight : 1,
                    WrapUp = ShortTime.TryRead(_reader, fields.GetValueOrDefault("wrapUp"), TimeSpan.Zero, TimeSpan.FromHours(1), out var wrapUp) ? wrapUp : TimeSpan.Zero,
                },
                file.Name,
                node)
            : null;
    }

    private IReadOnlyDictionary<CompanyId, int> ReadRings(DocumentNode? node, IReadOnlyList<CompanyId> companies)
    {
        var rings = new Dictionary<CompanyId, int>();
        if (node is null)
        {
            return rings;
        }

        if (_reader.Fields(node, ProblemSeverity.Error, [.. companies.Select(c => c.Value)]) is { } fields)
        {
            foreach (var (company, ring) in fields)
            {
                if (_reader.TryValue(ring, TryRing, ARing, out int number))
                {
                    rings[CompanyId.Parse(company)] = number;
                }
            }
        }

        return rings;
    }

    private static bool TryRing(string? text, out int ring) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ring) && ring <= MaxRing;
}
