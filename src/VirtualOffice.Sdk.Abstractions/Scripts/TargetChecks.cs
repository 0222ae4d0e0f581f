using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Documents;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Checks to whom a step transfers: that the company has them, and that there is a number to dial.</summary>
internal static class TargetChecks
{
    public const string ATarget = "the id of an employee, group:ID, on-call:ID, or number:+78124540101";

    /// <summary>What is wrong with a target, and what is allowed instead; null when nothing is.</summary>
    public static (string Found, string Allowed)? Find(CompanyDefinition company, string text)
    {
        if (!TransferTarget.TryParse(text, out var target))
        {
            return ($"'{text}'", ATarget + Nearest.Hint(text, Known(company)));
        }

        return target switch
        {
            { Employee: { } id } => company.FindEmployee(id) switch
            {
                null => Unknown(company, text, "who is no employee of the company"),
                { Numbers.Count: 0 } => ($"'{text}', who has no number", "an employee who has a number"),
                _ => null,
            },
            { Group: { } id } => company.FindGroup(id) switch
            {
                null => Unknown(company, text, "which is no group of the company"),
                var group => HasNumber(company, group.Members) ? null : ($"'{text}', in which nobody has a number", "a group with a member who has a number"),
            },
            { OnCallList: { } id } => company.FindOnCallList(id) switch
            {
                null => Unknown(company, text, "which is no on-call list of the company"),
                var list => HasNumber(company, PeopleOf(list)) ? null : ($"'{text}', on which nobody has a number", "an on-call list with somebody who has a number"),
            },
            { Number: { } number } when !company.Dialling.Allows(number, byHand: true) =>
                ($"'{text}', which the company's dial policy does not allow", "a number that begins as dialling.allow says, and not as dialling.deny does"),
            _ => null,
        };
    }

    private static (string Found, string Allowed) Unknown(CompanyDefinition company, string text, string why)
    {
        var known = Known(company);
        return ($"'{text}', {why}", (known.Count == 0 ? "an employee of the company, which has none" : $"one of {string.Join(", ", known)}") + Nearest.Hint(text, known));
    }

    private static List<string> Known(CompanyDefinition company) =>
    [
        .. company.Employees.Select(e => TransferTarget.Of(e.Id)).Concat(company.Groups.Select(g => TransferTarget.Of(g.Id))).Concat(company.OnCallLists.Select(l => TransferTarget.Of(l.Id))).Select(t => t.ToString()),
    ];

    private static bool HasNumber(CompanyDefinition company, IEnumerable<EmployeeId> people) => people.Any(id => company.FindEmployee(id) is { Numbers.Count: > 0 });

    private static IEnumerable<EmployeeId> PeopleOf(OnCallList list) => list.Default.Concat(list.Rotation?.Members ?? []).Concat(list.Entries.SelectMany(e => e.Who));
}
