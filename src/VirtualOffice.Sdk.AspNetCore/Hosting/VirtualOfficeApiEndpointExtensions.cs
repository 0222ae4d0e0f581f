using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Statistics;

namespace VirtualOffice.Sdk;

/// <summary>Mounts the REST interface.</summary>
public static class VirtualOfficeApiEndpointExtensions
{
    /// <summary>Mounts the REST interface: calls and their commands, messages, call-backs, operators, queues.</summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="access">Who may use it; admins by default.</param>
    /// <returns>The endpoints, to add conventions to.</returns>
    public static IEndpointConventionBuilder MapVirtualOfficeApi(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/api/v1", ApiAccess access = ApiAccess.Admin)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        var root = pattern.TrimEnd('/');
        var api = endpoints.MapGroup(root).WithMetadata(new ApiRoot(root)).WithTags("Office").WithProblems();
        if (access == ApiAccess.Loopback)
        {
            api.AddEndpointFilter(LoopbackFilter.InvokeAsync).AllowAnonymous();
        }
        else
        {
            DeskGuard.Check(endpoints.ServiceProvider);
            api.RequireAuthorization(VirtualOfficePolicies.Admin);
        }

        api.MapCalls();
        api.MapDirecting();
        api.MapLines();
        api.MapCallbacks();
        api.MapCompanies();
        api.MapDeliveries();
        api.MapMessages();
        api.MapOperators();
        api.MapQueues();
        api.MapEvents();
        api.MapAudit();
        api.MapReports();
        return api;
    }
}
