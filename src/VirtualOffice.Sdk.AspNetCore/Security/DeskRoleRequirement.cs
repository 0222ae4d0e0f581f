using Microsoft.AspNetCore.Authorization;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Asks for one of some roles.</summary>
internal sealed class DeskRoleRequirement(params DeskRole[] roles) : IAuthorizationRequirement
{
    public IReadOnlyList<DeskRole> Roles => roles;
}
