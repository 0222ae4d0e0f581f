using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Assets;
using VirtualOffice.Sdk.AspNetCore.Board;
using VirtualOffice.Sdk.AspNetCore.Corner;
using VirtualOffice.Sdk.AspNetCore.Hosting;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.AspNetCore.Security;

namespace VirtualOffice.Sdk;

/// <summary>Mounts the operator desk.</summary>
public static class OperatorDeskEndpointExtensions
{
    /// <summary>
    /// Mounts the operator desk, the supervisor's board and the client's corner at a path: the pages, whatever they ask the server for, and the hub that tells them of changes.
    /// Everything but the page's own files needs a person whom the host's authentication has signed in.
    /// </summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <exception cref="VirtualOfficeException">The desk was not added with <c>AddOperatorDesk()</c>, or the host has no authentication.</exception>
    public static IEndpointConventionBuilder MapOperatorDesk(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/desk")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        if (endpoints.ServiceProvider.GetService<DeskLive>() is null)
        {
            throw new VirtualOfficeException("MapOperatorDesk() needs the desk's services; add AddOperatorDesk() to the office.");
        }

        DeskGuard.Check(endpoints.ServiceProvider);
        var root = pattern.TrimEnd('/');
        var mount = endpoints.MapGroup(root);
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<OperatorDeskOptions>>().Value;
        var api = mount.MapGroup("/api")
            .WithMetadata(new ApiRoot(root + "/api"), new RequestSizeLimitAttribute(options.MaxRequestBytes))
            .RequireAuthorization(VirtualOfficePolicies.Anybody)
            .AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<DeskRateLimit>())
            .AddEndpointFilter<RouteGroupBuilder, AntiforgeryFilter>()
            .WithProblems();
        api.MapMe();
        api.MapDesk();
        api.MapBoard();
        api.MapCorner();
        mount.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(VirtualOfficePolicies.Anybody);
        mount.MapHub<DeskHub>("/hub", hub => hub.CloseOnAuthenticationExpiration = true).RequireAuthorization(VirtualOfficePolicies.Anybody);
        mount.MapDeskFiles(root, options);
        return mount;
    }
}
