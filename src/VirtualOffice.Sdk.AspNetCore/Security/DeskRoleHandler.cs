using Microsoft.AspNetCore.Authorization;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Grants what the person's roles grant.</summary>
internal sealed class DeskRoleHandler(DeskIdentity identity) : AuthorizationHandler<DeskRoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DeskRoleRequirement requirement)
    {
        if (identity.Identify(context.User) is { } user && requirement.Roles.Any(user.Is))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
