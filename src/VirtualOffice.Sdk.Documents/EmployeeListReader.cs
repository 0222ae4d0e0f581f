using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads lists of employees' ids, each of whom must be in the document.</summary>
internal sealed class EmployeeListReader(DocumentReader reader, IReadOnlyList<Employee> employees)
{
    private const string AnEmployee = "the id of an employee of this document";

    public IReadOnlyList<EmployeeId> ReadAll(DocumentNode? node, string allowed)
    {
        var (ids, seen) = (new List<EmployeeId>(), new HashSet<EmployeeId>());
        foreach (var item in reader.Items(node, allowed))
        {
            if (TryRead(item, out var id))
            {
                if (seen.Add(id))
                {
                    ids.Add(id);
                }
                else
                {
                    reader.Problem(item, "every employee once", $"'{id}' again");
                }
            }
        }

        return ids;
    }

    public bool TryRead(DocumentNode? node, out EmployeeId id)
    {
        if (!reader.TryValue(node, EmployeeId.TryParse, AnEmployee, out id))
        {
            return false;
        }

        var known = id;
        if (employees.Any(e => e.Id == known))
        {
            return true;
        }

        reader.Problem(node!, AnEmployee + Nearest.Hint(id.Value, employees.Select(e => e.Id.Value)));
        return false;
    }
}
