using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record TransferRequest(string? Employee, string? Kind = null, bool Leave = false, string? IfAway = null)
{
    public Calls.TransferRequest ToRequest() => TransferTarget.TryParse(Employee, out var target)
        ? new Calls.TransferRequest(target)
        {
            Kind = Kind is null ? null : Ids.Choice<TransferKind>("kind", Kind),
            Leave = Leave,
            IfAway = IfAway is null ? AwayRule.Refuse : Ids.Choice<AwayRule>("ifAway", IfAway),
        }
        : throw new BadHttpRequestException($"'employee' is '{Employee}'; allowed is an employee's id, group:ID, on-call:ID, or number:+78124540101.");
}
