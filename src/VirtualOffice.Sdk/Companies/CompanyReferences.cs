using System.Globalization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Where a company names its employees, groups and on-call lists: whoever is named cannot be removed.</summary>
internal static class CompanyReferences
{
    /// <summary>Every use of somebody the company does not have, one sentence each, with where.</summary>
    public static IEnumerable<string> Missing(CompanyDefinition company, IReadOnlyList<ScriptStepKind> kinds) =>
        Of(company, kinds).Where(use => !Has(company, use.Target)).Select(use => $"{use.Where}: it names {Unknown(company, use.Target)}");

    /// <summary>Every use, in the order of the document.</summary>
    private static IEnumerable<(string Where, TransferTarget Target)> Of(CompanyDefinition company, IReadOnlyList<ScriptStepKind> kinds) =>
        OfDispatch(company)
            .Concat(company.Digests.Select((d, i) => (At($"digests[{i}].to"), d.To)).Where(d => IsEmployee(d.To)).Select(d => (d.Item1, TransferTarget.Parse(d.To))))
            .Concat(OfScripts(company, kinds))
            .Concat(company.Absences.SelectMany((a, i) => OfEmployees(At($"absences[{i}]"), a.StandIn is { } other ? [("employee", a.Employee), ("standIn", other)] : [("employee", a.Employee)])))
            .Concat(company.Groups.SelectMany((g, i) => OfEmployees(At($"groups[{i}]"), Listed("members", g.Members))))
            .Concat(company.OnCallLists.SelectMany((l, i) => OfEmployees(At($"onCall[{i}]"),
            [
                .. l.Entries.SelectMany((e, n) => Listed(At($"entries[{n}].who"), e.Who)), .. Listed("rotation.members", l.Rotation?.Members ?? []), .. Listed("default", l.Default),
            ])));

    /// <summary>Whether what a dispatch rule or a digest names can only be an employee.</summary>
    private static bool IsEmployee(string to) => to is not (DispatchStep.Recipient or DispatchStep.CompanyAddress) && EmployeeId.TryParse(to, out _);

    private static IEnumerable<(string Where, TransferTarget Target)> OfDispatch(CompanyDefinition company) =>
        from rule in company.Dispatch.Select((value, i) => (value, i))
        from step in rule.value.Steps.Select((value, i) => (value, i))
        from to in (IEnumerable<string>)[step.value.To, .. step.value.Then]
        where IsEmployee(to)
        select (At($"dispatch[{rule.i}].steps[{step.i}].to"), TransferTarget.Parse(to));

    private static IEnumerable<(string Where, TransferTarget Target)> OfScripts(CompanyDefinition company, IReadOnlyList<ScriptStepKind> kinds) =>
        from script in company.Scripts.Select((value, i) => (value, i))
        from step in script.value.Steps.Select((value, i) => (value, i))
        from setting in kinds.FirstOrDefault(k => k.Name == step.value.Kind)?.Settings ?? []
        where setting.Type is StepSettingType.Employee or StepSettingType.Employees or StepSettingType.Target or StepSettingType.Targets
        from text in step.value.Texts(setting.Name)
        let target = TransferTarget.TryParse(text, out var parsed) ? parsed : null
        where target is not null
        select (At($"scripts[{script.i}].steps[{step.i}].{setting.Name} (script '{script.value.Name}', step '{step.value.Name}')"), target);

    private static IEnumerable<(string Where, TransferTarget Target)> OfEmployees(string where, IEnumerable<(string Field, EmployeeId Who)> uses) =>
        uses.Select(u => ($"{where}.{u.Field}", TransferTarget.Of(u.Who)));

    private static IEnumerable<(string Field, EmployeeId Who)> Listed(string field, IReadOnlyList<EmployeeId> people) => people.Select((who, i) => (At($"{field}[{i}]"), who));

    private static bool Has(CompanyDefinition company, TransferTarget target) => target switch
    {
        { Employee: { } id } => company.FindEmployee(id) is not null,
        { Group: { } id } => company.FindGroup(id) is not null,
        { OnCallList: { } id } => company.FindOnCallList(id) is not null,
        _ => true,
    };

    private static string Unknown(CompanyDefinition company, TransferTarget target)
    {
        var (what, known) = target switch
        {
            { Group: { } id } => ($"the group '{id}', which", company.Groups.Select(g => g.Id.Value)),
            { OnCallList: { } id } => ($"the on-call list '{id}', which", company.OnCallLists.Select(l => l.Id.Value)),
            _ => ($"the employee '{target.Employee}', whom", company.Employees.Select(e => e.Id.Value)),
        };
        var ids = string.Join(", ", known);
        return $"{what} the company does not have{(ids.Length == 0 ? "" : $"; it has {ids}")}";
    }

    private static string At(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
