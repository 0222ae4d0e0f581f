using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Board;
using VirtualOffice.Sdk.Auditing;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>To whom programs give calls.</summary>
internal static class DirectingEndpoints
{
    public static void MapDirecting(this IEndpointRouteBuilder api)
    {
        var call = api.MapGroup("/calls/{id}");
        call.MapPost("/offer", (IVirtualOffice office, HttpContext http, string id, Body<OfferToRequest> body) =>
        {
            var (called, op) = (Ids.Call(id), Ids.Operator(body.Value.Operator ?? throw new BadHttpRequestException("'operator' must be the id of an operator.")));
            var act = Audited.Of(http, AuditAct.OfferCall) with { Call = called, Operator = op };
            return Audited.RunAsync(http, act, async () =>
            {
                await office.Calls.OfferToAsync(called, op, act.By, CommandKey.Of(http.Request), http.RequestAborted);
                return Results.Accepted($"{ApiRoot.Of(http)}/calls/{id}");
            });
        });
    }
}
