namespace VirtualOffice.Sdk.Companies;

/// <summary>Checks a company that does not come from a document: what it names must be there.</summary>
internal static class CompanyChecks
{
    /// <summary>What is wrong, one sentence each, with where.</summary>
    public static IReadOnlyList<string> Of(CompanyDefinition company)
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
        foreach (var (rule, r) in company.Dispatch.Select((d, i) => (d, i)))
        {
            wrong.AddRange(rule.Steps.Select((step, s) => (step.To, Where: $"dispatch[{r}].steps[{s}].to"))
                .Where(step => !IsKnown(company, step.To))
                .Select(step => step.To == DispatchStep.CompanyAddress
                    ? $"{step.Where}: it names {step.To}, and the company has no such address"
                    : $"{step.Where}: it names the employee '{step.To}', whom the company does not have{(company.Employees.Count == 0 ? "" : $"; it has {string.Join(", ", company.Employees.Select(e => e.Id))}")}"));
        }

        wrong.AddRange(company.CallTypes.SelectMany((t, i) => t.Numbers.Where(n => !company.Numbers.Contains(n)).Select(n => $"callTypes[{i}].numbers: {n} is not a number of the company")));
        wrong.AddRange(company.Greetings.Select((g, i) => (g.CallType, i)).Where(g => g.CallType is { } type && company.FindCallType(type) is null)
            .Select(g => $"greetings[{g.i}].callType: there is no call type '{g.CallType}'"));
        return wrong;
    }

    private static bool IsKnown(CompanyDefinition company, string to) =>
        to == DispatchStep.Recipient
        || (to == DispatchStep.CompanyAddress ? company.MessagesTo is not null : to.IndexOfAny(['@', '+', '/']) >= 0 || company.Employees.Any(e => e.Id.Value == to));

    private static void RefuseDoubles(string where, IEnumerable<string> ids, List<string> wrong) =>
        wrong.AddRange(ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{where}: the id '{g.Key}' is there {g.Count()} times"));
}
