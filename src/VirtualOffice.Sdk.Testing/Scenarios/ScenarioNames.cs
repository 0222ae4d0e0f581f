using System.Text.RegularExpressions;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Who is who in a scenario: finds phones by the words of a sentence, and names legs for the timeline.</summary>
internal sealed partial class ScenarioNames(ScenarioOffice office)
{
    public static string KeyOf(DialTarget target) => target switch
    {
        DeviceTarget device => device.Device.Value,
        NumberTarget number => number.Number.ToString(),
        _ => target.ToString(),
    };

    /// <exception cref="ScenarioException">There is no such phone.</exception>
    public DialTarget TargetOf(string whose)
    {
        if (PhoneNumber.TryParse(whose, out var number))
        {
            return new NumberTarget(number);
        }

        if (FindOperator(whose) is { } op)
        {
            return new DeviceTarget(op.Device);
        }

        var match = Possessive.Match(whose);
        var (owner, kind) = match.Success ? (match.Groups["who"].Value, match.Groups["what"].Value) : (whose, "");
        if (FindOperator(owner) is { } operated)
        {
            return new DeviceTarget(operated.Device);
        }

        return FindEmployee(owner) is { } employee ? new NumberTarget(NumberOf(employee, kind, whose)) : throw Unknown(whose);
    }

    /// <summary>An employee of any company.</summary>
    public Employee? FindEmployee(string id) => office.Office.Companies.List().SelectMany(c => c.Employees).FirstOrDefault(e => e.Id.Value == id);

    /// <summary>Whom a leg belongs to.</summary>
    public string Of(LegId leg) => office.Pbx.FindParty(leg) is { } party ? Of(party) : leg.Value;

    /// <summary>Who somebody at the PBX is.</summary>
    public string Of(SimulatedParty party) => party.IsCaller
        ? office.Callers.FirstOrDefault(c => c.Party.Leg == party.Leg)?.Name ?? "caller"
        : Of(party.Target!);

    public string Of(DialTarget target)
    {
        switch (target)
        {
            case DeviceTarget { Device: var device }:
                return office.Office.Operators.List().FirstOrDefault(o => o.Definition.Device == device)?.Definition.Id.Value ?? device.Value;
            case NumberTarget { Number: var number }:
                var owner = office.Office.Companies.List().SelectMany(c => c.Employees).FirstOrDefault(e => e.Numbers.Any(n => n.Number == number));
                return owner is null ? number.ToString() : $"{owner.Id} {number}";
            default:
                return target.ToString();
        }
    }

    /// <summary>Whether a leg is meant by a name: an operator, an employee, a caller, or a number.</summary>
    public bool IsMeant(LegId leg, string name) => office.Pbx.FindParty(leg) is { } party
        && (Of(party) == name || Of(party).StartsWith(name + " ", StringComparison.Ordinal) || (party.Target is { } target && KeyOf(target) == name));

    private OperatorDefinition? FindOperator(string name) =>
        office.Office.Operators.List().Select(o => o.Definition).FirstOrDefault(d => d.Id.Value == name || d.Device.Value == name);

    private PhoneNumber NumberOf(Employee employee, string kind, string whose)
    {
        var numbers = employee.Numbers.Where(n => kind.Replace(" phone", "", StringComparison.Ordinal) is "" or "phone" || kind.StartsWith(n.Kind.ToString(), StringComparison.OrdinalIgnoreCase)).ToList();
        return numbers is [var first, ..]
            ? first.Number
            : throw office.Failure($"'{whose}' is no phone: {employee.Id} has {(employee.Numbers.Count == 0 ? "no numbers" : string.Join(", ", employee.Numbers.Select(n => $"{n.Kind} {n.Number}")))}.");
    }

    private ScenarioException Unknown(string whose)
    {
        var operators = string.Join(", ", office.Office.Operators.List().Select(o => o.Definition.Id));
        var employees = string.Join(", ", office.Office.Companies.List().SelectMany(c => c.Employees).Select(e => e.Id));
        return office.Failure($"'{whose}' is no phone; allowed are a number such as +78124540101, an operator ({operators}), an employee ({employees}), or an employee's phone such as anna's mobile.");
    }

    [GeneratedRegex("^(?<who>.+)['’]s (?<what>[a-z ]*(?:phone|mobile|home|office|other))$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Possessive { get; }
}
