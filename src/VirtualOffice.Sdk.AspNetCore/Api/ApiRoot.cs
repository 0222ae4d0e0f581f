using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Where the REST interface is mounted, so that answers can say where something is.</summary>
internal sealed record ApiRoot(string Path)
{
    public static string Of(HttpContext context) => context.Request.PathBase + (context.GetEndpoint()?.Metadata.GetMetadata<ApiRoot>()?.Path ?? "");
}
