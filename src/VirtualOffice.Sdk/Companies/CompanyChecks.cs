using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Checks a company that does not come from a document: what it names must be there.</summary>
internal static class CompanyChecks
{
    /// <summary>What is wrong, one sentence each, with where.</summary>
    /// <param name="company">The company.</param>
    /// <param name="kinds">The kinds of steps its scripts may have.</param>
    public static IReadOnlyList<string> Of(CompanyDefinition company, IReadOnlyList<ScriptStepKind> kinds)
    {
        var wrong = new List<string>();
        if (string.IsNullOrWhiteSpace(company.Name))
        {
            wrong.Add("name: it is empty");
        }

        if (company.Numbers.Count == 0)
        {
            wrong.Add("numbers: there are none, so that nobody can call");
        }

        RefuseDoubles("employees", company.Employees.Select(e => e.Id.Value), wrong);
        RefuseDoubles("callTypes", company.CallTypes.Select(t => t.Id.Value), wrong);
        RefuseDoubles("card.faq", company.Card.Faq.Select(f => f.Id), wrong);
        RefuseDoubles("card.sections", company.Card.Sections.Select(s => s.Id), wrong);
        RefuseDoubles("groups", company.Groups.Select(g => g.Id.Value), wrong);
        RefuseDoubles("onCall", company.OnCallLists.Select(l => l.Id.Value), wrong);
        wrong.AddRange(company.Dispatch.SelectMany((rule, r) => rule.Steps.Select((step, i) => (Step: step, Where: $"dispatch[{r}].steps[{i}].to")))
            .Where(s => company.MessagesTo is null && (s.Step.To == DispatchStep.CompanyAddress || s.Step.Then.Contains(DispatchStep.CompanyAddress, StringComparer.Ordinal)))
            .Select(s => $"{s.Where}: it names {DispatchStep.CompanyAddress}, and the company has no such address"));
        wrong.AddRange(CompanyReferences.Missing(company, kinds));
        wrong.AddRange(company.CallTypes.SelectMany((t, i) => t.Numbers.Where(n => !company.Numbers.Contains(n)).Select(n => $"callTypes[{i}].numbers: {n} is not a number of the company")));
        wrong.AddRange(company.Greetings.Select((g, i) => (g.CallType, i)).Where(g => g.CallType is { } type && company.FindCallType(type) is null)
            .Select(g => $"greetings[{g.i}].callType: there is no call type '{g.CallType}'"));
        return wrong;
    }

    private static void RefuseDoubles(string where, IEnumerable<string> ids, List<string> wrong) =>
        wrong.AddRange(ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{where}: the id '{g.Key}' is there {g.Count()} times"));
}
