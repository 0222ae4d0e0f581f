using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Board;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>To whom programs give calls.</summary>
internal static class DirectingEndpoints
{
    public static void MapDirecting(this IEndpointRouteBuilder api)
    {
        var call = api.MapGroup("/calls/{id}");
        call.MapPost("/offer", (IVirtualOffice office, HttpContext http, string id, Body<OfferToRequest> body) => DoneAsync(
            http,
            id,
            office.Calls.OfferToAsync(
                Ids.Call(id),
                Ids.Operator(body.Value.Operator ?? throw new BadHttpRequestException("'operator' must be the id of an operator.")),
                http.User.Identity?.Name ?? "a program",
                CommandKey.Of(http.Request),
                http.RequestAborted)));
    }

    private static async Task<IResult> DoneAsync(HttpContext http, string id, Task command)
    {
        await command;
        return Results.Accepted($"{ApiRoot.Of(http)}/calls/{id}");
    }
}
