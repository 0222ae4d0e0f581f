using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>What happens in the office, as a stream: all of it, or what concerns one company.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", (HttpContext http, string? company, string? after) => EventStream.Open(http, company is null ? TenantScope.Office : TenantScope.Of(Ids.Company(company)), after));
}
