using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A person callers are transferred to.</summary>
internal sealed record DeskEmployeeView(string Id, string Name, string? Department, string? Pronunciation, string? Email, IReadOnlyList<DeskNumberView> Numbers, DeskAwayView? Away)
{
    public static DeskEmployeeView Of(Employee employee) => Of(employee, null);

    public static DeskEmployeeView Of(Employee employee, EmployeeAvailability? availability) => new(
        employee.Id.Value, employee.Name, employee.Department, employee.Pronunciation, employee.Email, [.. employee.Numbers.Select(DeskNumberView.Of)], DeskAwayView.Of(availability));
}
