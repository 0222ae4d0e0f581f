using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Brings the desk's policies, where the host has not defined its own of the same name.</summary>
internal sealed class DeskPolicies : IPostConfigureOptions<AuthorizationOptions>
{
    public void PostConfigure(string? name, AuthorizationOptions options)
    {
        Add(options, VirtualOfficePolicies.Operator, DeskRole.Operator);
        Add(options, VirtualOfficePolicies.Supervisor, DeskRole.Supervisor);
        Add(options, VirtualOfficePolicies.Client, DeskRole.Client);
        Add(options, VirtualOfficePolicies.Admin, DeskRole.Admin);
        Add(options, VirtualOfficePolicies.Anybody, Enum.GetValues<DeskRole>());
        Add(options, VirtualOfficePolicies.Listen, DeskRight.Listen);
        Add(options, VirtualOfficePolicies.Whisper, DeskRight.Whisper);
        Add(options, VirtualOfficePolicies.Barge, DeskRight.Barge);
    }

    private static void Add(AuthorizationOptions options, string name, DeskRight right)
    {
        if (options.GetPolicy(name) is null)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new DeskRightRequirement(right)));
        }
    }

    private static void Add(AuthorizationOptions options, string name, params DeskRole[] roles)
    {
        if (options.GetPolicy(name) is null)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new DeskRoleRequirement(roles)));
        }
    }
}
