using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Board;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>What programs do with a call that is talked, and to whom they give it.</summary>
internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        var call = api.MapGroup("/calls/{id}");
        call.MapPost("/hold", (IVirtualOffice office, HttpContext http, string id, Body<SwitchRequest> body) =>
            DoneAsync(http, id, office.Calls.SetHoldAsync(Ids.Call(id), body.Value.Checked(), CommandKey.Of(http.Request), http.RequestAborted)));
        call.MapPost("/mute", (IVirtualOffice office, HttpContext http, string id, Body<SwitchRequest> body) =>
            DoneAsync(http, id, office.Calls.SetMuteAsync(Ids.Call(id), body.Value.Checked(), CommandKey.Of(http.Request), http.RequestAborted)));
        call.MapPost("/recording/pause", (IVirtualOffice office, HttpContext http, string id, Body<SwitchRequest> body) =>
            DoneAsync(http, id, office.Calls.SetRecordingPausedAsync(Ids.Call(id), body.Value.Checked(), CommandKey.Of(http.Request), http.RequestAborted)));
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
