using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads when daily summaries are sent, and to whom.</summary>
internal sealed class DigestReader(DocumentReader reader)
{
    private const string ATime = "a time such as \"18:00\"";
    private const string ATarget = "messagesTo, the id of an employee, or an address with '@', '+' or '/' in it";

    public IReadOnlyList<DigestRule> Read(DocumentNode? node, bool hasCommonAddress, IReadOnlyList<Employee> employees) =>
        [.. reader.Items(node, "a list, such as { at: \"18:00\", to: messagesTo }").Select(item => ReadRule(item, hasCommonAddress, employees)).OfType<DigestRule>()];

    private DigestRule? ReadRule(DocumentNode node, bool hasCommonAddress, IReadOnlyList<Employee> employees)
    {
        if (reader.Fields(node, "at", "to", "by") is not { } fields)
        {
            return null;
        }

        var hasTime = reader.TryValue(reader.Required(node, fields, "at", ATime), TryTime, ATime, out TimeOnly at);
        var to = reader.Required(node, fields, "to", ATarget) is { } toNode ? reader.Text(toNode, 254) : null;
        var by = fields.TryGetValue("by", out var byNode) ? reader.Text(byNode, 64) : null;
        if (to is not null && !IsKnown(to, hasCommonAddress, employees))
        {
            string[] known = [DispatchStep.CompanyAddress, .. employees.Select(e => e.Id.Value)];
            reader.Problem(fields["to"], ATarget + (to == DispatchStep.CompanyAddress ? "; messagesTo only when the company has it" : Nearest.Hint(to, known)));
        }

        return hasTime && to is not null ? new DigestRule(at, to) { Channel = by } : null;
    }

    private static bool IsKnown(string to, bool hasCommonAddress, IReadOnlyList<Employee> employees) =>
        to == DispatchStep.CompanyAddress ? hasCommonAddress : to.IndexOfAny(['@', '+', '/']) >= 0 || employees.Any(e => e.Id.Value == to);

    private static bool TryTime(string? text, [MaybeNullWhen(false)] out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
