using System.Net;
using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Lets only programs of this machine in.</summary>
internal static class LoopbackFilter
{
    public static bool IsLocal(HttpContext context)
    {
        var headers = context.Request.Headers;
        return context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Forwarded")
            && IsLocal(context.Request.Host.Host)
            && headers["Sec-Fetch-Site"].ToString() is ("" or "same-origin" or "none")
            && (headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLocal(uri.Host)));
    }

    public static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => IsLocal(context.HttpContext)
        ? await next(context)
        : DeskProblems.Of(StatusCodes.Status403Forbidden, "Forbidden", "This interface serves programs of this machine only.");

    // A name that resolves to this machine, of a page somewhere else, is none of these.
    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
