using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Documents;

/// <summary>What no document can know alone: that ids, numbers and devices are used once, and that operators' companies exist.</summary>
internal static class CrossChecks
{
    public static void Check(
        IReadOnlyList<Located<CompanyDefinition>> companies,
        IReadOnlyList<Located<OperatorDefinition>> operators,
        List<DefinitionProblem> problems)
    {
        var hadProblems = problems.Count > 0;
        RefuseDoubles(companies.Select(c => (c.Value.Id.Value, c.File, c.Node)), "id", "company", problems);
        RefuseDoubles(companies.SelectMany(c => c.Value.Numbers.Select(n => (n.ToString(), c.File, c.Node))), "numbers", "company", problems);
        RefuseDoubles(operators.Select(o => (o.Value.Id.Value, o.File, o.Node)), "id", "operator", problems);
        RefuseDoubles(operators.Select(o => (o.Value.Device.Value, o.File, o.Node)), "device", "operator", problems);

        // A company that could not be read would make every operator of it look wrong too.
        if (hadProblems)
        {
            return;
        }

        var known = companies.Select(c => c.Value.Id.Value).ToList();
        foreach (var op in operators)
        {
            foreach (var unknown in op.Value.Companies.Where(c => !known.Contains(c.Value, StringComparer.Ordinal)))
            {
                problems.Add(new DefinitionProblem(
                    op.File, op.Node.Line, $"{op.Node.Path}.companies", $"the unknown company '{unknown}'", $"{string.Join(", ", known)}{Nearest.Hint(unknown.Value, known)}"));
            }
        }
    }

    private static void RefuseDoubles(IEnumerable<(string Value, string File, DocumentNode Node)> uses, string field, string owner, List<DefinitionProblem> problems)
    {
        foreach (var group in uses.GroupBy(u => u.Value, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var first = group.First();
            foreach (var (value, file, node) in group.Skip(1))
            {
                var path = node.Path.Length == 0 ? field : $"{node.Path}.{field}";
                problems.Add(new DefinitionProblem(file, node.Line, path, $"'{value}', which {first.File}:{first.Node.Line} has too", $"one that no other {owner} has"));
            }
        }
    }
}
