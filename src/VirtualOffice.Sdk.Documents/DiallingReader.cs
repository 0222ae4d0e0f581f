using System.Diagnostics.CodeAnalysis;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads which numbers are dialled for a company and how many, and what callers hear meanwhile.</summary>
internal sealed class DiallingReader(DocumentReader reader)
{
    private const string ABeginning = "the beginning of numbers, such as \"+7812\" (in quotes): '+' and 1 to 15 digits";

    internal static readonly (string Name, bool ShowsCaller)[] Shown = [("company", false), ("caller", true)];

    public DialPolicy Read(DocumentNode? node)
    {
        if (node is null || reader.Fields(node, "allow", "deny", "atOnce", "perHour", "perDay", "show") is not { } fields)
        {
            return DialPolicy.Default;
        }

        return new DialPolicy
        {
            Allow = reader.Values<string>(fields.GetValueOrDefault("allow"), TryBeginning, ABeginning),
            Deny = reader.Values<string>(fields.GetValueOrDefault("deny"), TryBeginning, ABeginning),
            MaxAtOnce = Limit(fields.GetValueOrDefault("atOnce")),
            MaxPerHour = Limit(fields.GetValueOrDefault("perHour")),
            MaxPerDay = Limit(fields.GetValueOrDefault("perDay")),
            ShowsCaller = reader.TryChoose(fields.GetValueOrDefault("show"), Shown, out var shows) && shows,
        };
    }

    public TransferRules ReadTransfers(DocumentNode? node)
    {
        if (node is null || reader.Fields(node, "progress", "every") is not { } fields)
        {
            return TransferRules.Default;
        }

        var rules = new TransferRules { Progress = PromptReader.TryRead(reader, fields.GetValueOrDefault("progress"), out var prompt) ? prompt : null };
        return ShortTime.TryRead(reader, fields.GetValueOrDefault("every"), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), out var every) ? rules with { ProgressEvery = every } : rules;
    }

    private int? Limit(DocumentNode? node) => reader.TryWhole(node, 0, 1_000_000, out var limit) ? limit : null;

    private static bool TryBeginning(string? text, [MaybeNullWhen(false)] out string digits)
    {
        digits = text is { Length: > 1 and <= 16 } && text[0] == '+' && text.Skip(1).All(char.IsAsciiDigit) ? text[1..] : null;
        return digits is not null;
    }
}
