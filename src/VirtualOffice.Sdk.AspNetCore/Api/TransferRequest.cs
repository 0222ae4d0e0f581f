using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record TransferRequest(string? Employee, string? Kind = null, bool Leave = false)
{
    public Calls.TransferRequest ToRequest() => EmployeeId.TryParse(Employee, out var employee)
        ? new Calls.TransferRequest(employee) { Kind = Kind is null ? null : Ids.Choice<TransferKind>("kind", Kind), Leave = Leave }
        : throw new BadHttpRequestException($"'employee' is '{Employee}'; allowed is an employee's id.");
}
