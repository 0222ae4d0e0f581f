namespace VirtualOffice.Sdk.Companies;

/// <summary>Whether an employee takes calls at an instant.</summary>
/// <param name="Employee">The employee.</param>
/// <param name="Absence">The absence that counts then; null when the employee takes calls.</param>
/// <param name="ChangesAt">When that changes next, in the company's time; null when it does not, as far as is known.</param>
public sealed record EmployeeAvailability(Employee Employee, Absence? Absence, DateTimeOffset? ChangesAt)
{
    /// <summary>The next absence that is known, of an employee who takes calls; null when there is none.</summary>
    public Absence? Next { get; init; }

    /// <summary>Who stands in; null when the employee takes calls, and when nobody does.</summary>
    public Employee? StandIn { get; init; }

    /// <summary>Whether the employee takes calls.</summary>
    public bool IsAvailable => Absence is null;

    /// <summary>It in words, for the operator.</summary>
    public override string ToString() => Absence is null
        ? $"{Employee.Name} takes calls"
        : $"{Employee.Name} is {Absence.Text()}{(ChangesAt is { } until ? $" until {until:yyyy-MM-dd HH:mm}" : "")}{(StandIn is { } other ? $"; {other.Name} ({other.Id}) stands in" : "")}";
}
