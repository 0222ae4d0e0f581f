using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Documents;

/// <summary>What no document can know alone: that ids, numbers and devices are used once, and that operators' companies exist.</summary>
internal static class CrossChecks
{
    private const int MaxListed = 20;

    public static void Check(
        IReadOnlyList<Located<CompanyDefinition>> companies,
        IReadOnlyList<Located<OperatorDefinition>> operators,
        bool allCompaniesAreRead,
        List<DefinitionProblem> problems)
    {
        DocumentReader.RefuseDoubles(companies.Select(c => (c.Value.Id.Value, c.File, c.Node.Field("id"))), "an id that no other company has", problems);
        DocumentReader.RefuseDoubles(
            companies.SelectMany(c => c.Value.Numbers.Select((n, i) => (n.ToString(), c.File, c.Node.Field("numbers").Item(i)))), "every number once in all companies", problems);
        DocumentReader.RefuseDoubles(operators.Select(o => (o.Value.Id.Value, o.File, o.Node.Field("id"))), "an id that no other operator has", problems);
        DocumentReader.RefuseDoubles(operators.Select(o => (o.Value.Device.Value, o.File, o.Node.Field("device"))), "a device that no other operator has", problems);

        // A company that could not be read would make every operator of it look wrong too.
        if (allCompaniesAreRead)
        {
            RefuseUnknownCompanies(companies, operators, problems);
            RefuseUnknownOverflows(companies, problems);
        }
    }

    private static void RefuseUnknownCompanies(
        IReadOnlyList<Located<CompanyDefinition>> companies,
        IReadOnlyList<Located<OperatorDefinition>> operators,
        List<DefinitionProblem> problems)
    {
        var known = companies.Select(c => c.Value.Id.Value).Distinct(StringComparer.Ordinal).ToList();
        foreach (var op in operators)
        {
            foreach (var (company, i) in op.Value.Companies.Select((c, i) => (c.Value, i)).Where(c => !known.Contains(c.Value, StringComparer.Ordinal)))
            {
                var node = op.Node.Field("companies").Item(i);
                var allowed = known.Count == 0 ? "the id of a company of this folder, which has none" : $"one of {string.Join(", ", known.Take(MaxListed))}";
                problems.Add(node.Problem(op.File, allowed + Nearest.Hint(company, known), $"the unknown company '{company}'"));
            }
        }
    }

    private static void RefuseUnknownOverflows(IReadOnlyList<Located<CompanyDefinition>> companies, List<DefinitionProblem> problems)
    {
        foreach (var company in companies)
        {
            var others = companies.Select(c => c.Value.Id.Value).Where(id => id != company.Value.Id.Value).Distinct(StringComparer.Ordinal).ToList();
            foreach (var (to, node) in QueueReader.OverflowsOf(company).Where(o => !others.Contains(o.To.Value, StringComparer.Ordinal)))
            {
                problems.Add(node.Problem(company.File, $"another company of this folder{Nearest.Hint(to.Value, others)}", $"'{to}'"));
            }
        }
    }
}
