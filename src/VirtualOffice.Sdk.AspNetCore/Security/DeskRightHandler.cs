using Microsoft.AspNetCore.Authorization;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Grants what was granted to the person by itself.</summary>
internal sealed class DeskRightHandler(DeskIdentity identity) : AuthorizationHandler<DeskRightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DeskRightRequirement requirement)
    {
        if (identity.Identify(context.User)?.May(requirement.Right) == true)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
