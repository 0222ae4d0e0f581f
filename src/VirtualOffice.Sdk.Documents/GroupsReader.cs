using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads groups of employees: by name, or a whole department.</summary>
internal sealed class GroupsReader(DocumentReader reader, string file, List<DefinitionProblem> problems, IReadOnlyList<Employee> employees)
{
    private const string AnId = "an id: 1 to 64 ASCII letters, digits, '-' or '_'";
    private const string Members = "a list of ids of employees of this document; or 'department' for all of one";

    internal static readonly (string Name, GroupRing Ring)[] Rings =
        [("inOrder", GroupRing.InOrder), ("rotation", GroupRing.Rotation), ("allAtOnce", GroupRing.AllAtOnce)];

    public IReadOnlyList<EmployeeGroup> Read(DocumentNode? node)
    {
        var groups = reader.Items(node, "a list of groups, such as { id: engineers, name: Engineers, members: [ivan, petr] }")
            .Select(item => (Group: ReadOne(item), Node: item)).Where(g => g.Group is not null).ToList();
        DocumentReader.RefuseDoubles(groups.Select(g => (g.Group!.Id.Value, file, g.Node.Field("id"))), "an id that no other group of the company has", problems);
        return [.. groups.Select(g => g.Group!)];
    }

    private EmployeeGroup? ReadOne(DocumentNode node)
    {
        if (reader.Fields(node, "id", "name", "members", "department", "ring") is not { } fields)
        {
            return null;
        }

        var hasId = reader.TryValue(reader.Required(node, fields, "id", AnId), GroupId.TryParse, AnId, out GroupId id);
        var name = reader.Text(reader.Required(node, fields, "name", "the group's name"), 100);
        var ring = reader.TryChoose(fields.GetValueOrDefault("ring"), Rings, out var chosen) ? chosen : GroupRing.InOrder;
        var members = fields.TryGetValue("department", out var department)
            ? OfDepartment(department, fields)
            : new EmployeeListReader(reader, employees).ReadAll(reader.Required(node, fields, "members", Members), Members);
        return hasId && name is not null ? new EmployeeGroup(id, name, members) { Ring = ring } : null;
    }

    private IReadOnlyList<EmployeeId> OfDepartment(DocumentNode node, IReadOnlyDictionary<string, DocumentNode> fields)
    {
        if (fields.TryGetValue("members", out var members))
        {
            reader.Problem(members, "either 'members' or 'department'");
        }

        var departments = employees.Select(e => e.Department).OfType<string>().Distinct(StringComparer.Ordinal).Select(d => (Name: d, Value: d)).ToArray();
        return reader.TryChoose(node, departments, out var name) ? [.. employees.Where(e => e.Department == name).Select(e => e.Id)] : [];
    }
}
