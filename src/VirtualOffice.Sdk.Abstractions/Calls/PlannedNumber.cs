using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A number that a transfer dials.</summary>
/// <param name="Employee">Whose it is; null for a number dialled by hand.</param>
/// <param name="Number">The number, and how it is dialled.</param>
public sealed record PlannedNumber(EmployeeId? Employee, ReachNumber Number);
