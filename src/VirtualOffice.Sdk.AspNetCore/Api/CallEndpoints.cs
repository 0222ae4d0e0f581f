using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Calls, their commands and recordings.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this IEndpointRouteBuilder api)
    {
        var calls = api.MapGroup("/calls");
        calls.MapGet("/", ListAsync).Produces<CallPage>();
        calls.MapGet("/{id}", FindAsync).Produces<CallView>();
        calls.MapPost("/{id}/transfer", TransferAsync).Produces<CallView>(StatusCodes.Status202Accepted);
        calls.MapPost("/{id}/transfer/consult", ConsultAsync);
        calls.MapPost("/{id}/transfer/complete", (IVirtualOffice office, HttpContext http, string id, CancellationToken cancellationToken) =>
            DoneAsync(http, id, office.Calls.CompleteTransferAsync(Ids.Call(id), CommandKey.Of(http.Request), cancellationToken)));
        calls.MapPost("/{id}/transfer/take-back", (IVirtualOffice office, HttpContext http, string id, CancellationToken cancellationToken) =>
            DoneAsync(http, id, office.Calls.TakeBackAsync(Ids.Call(id), CommandKey.Of(http.Request), cancellationToken)));
        calls.MapPost("/{id}/message", TakeMessageAsync).Produces<MessageView>(StatusCodes.Status201Created);
        calls.MapPost("/{id}/hangup", HangUpAsync);
        calls.MapGet("/{id}/recording", (IVirtualOffice office, HttpContext http, string id) => Audited.OpenAsync(http, Ids.Call(id), null, null, async () =>
            await Wav.OfCallAsync(office, await RequireAsync(office, id, http.RequestAborted), http.RequestAborted)));
        calls.MapGet("/{id}/messages/{message}/recording", (IVirtualOffice office, HttpContext http, string id, string message) => Audited.OpenAsync(http, Ids.Call(id), message, null, async () =>
            await Wav.OfMessageAsync(office, await RequireAsync(office, id, http.RequestAborted), message, http.RequestAborted)));
    }

    private static async Task<IResult> ListAsync(IVirtualOffice office, HttpContext http, CancellationToken cancellationToken, string? before = null, int limit = 50)
    {
        var query = new CallQuery(TenantScope.Office, before is null ? null : CallId.Parse(before), limit);
        var page = await office.Calls.ListAsync(query, cancellationToken);
        var views = new List<CallView>(page.Count);
        foreach (var record in page)
        {
            views.Add(await office.ViewAsync(record, ApiRoot.Of(http), cancellationToken));
        }

        return Answers.Ok(new CallPage(views, page.Count == limit ? page[^1].Id.ToString() : null));
    }

    private static async Task<IResult> FindAsync(IVirtualOffice office, HttpContext http, string id, CancellationToken cancellationToken) =>
        Answers.Ok(await office.ViewAsync(await RequireAsync(office, id, cancellationToken), ApiRoot.Of(http), cancellationToken));

    private static async Task<IResult> TransferAsync(IVirtualOffice office, HttpContext http, string id, Body<TransferRequest> body, CancellationToken cancellationToken)
    {
        var record = await office.Calls.TransferAsync(Ids.Call(id), body.Value.ToRequest(), CommandKey.Of(http.Request), cancellationToken);
        return Answers.Accepted(http, $"{ApiRoot.Of(http)}/calls/{id}", await office.ViewAsync(record, ApiRoot.Of(http), cancellationToken));
    }

    private static Task<IResult> ConsultAsync(IVirtualOffice office, HttpContext http, string id, Body<ConsultRequest> body, CancellationToken cancellationToken) =>
        DoneAsync(http, id, office.Calls.ConsultAsync(Ids.Call(id), Ids.Choice<ConsultWith>("with", body.Value.With), CommandKey.Of(http.Request), cancellationToken));

    private static async Task<IResult> DoneAsync(HttpContext http, string id, Task command)
    {
        await command;
        return Results.Accepted($"{ApiRoot.Of(http)}/calls/{id}");
    }

    private static async Task<IResult> TakeMessageAsync(IVirtualOffice office, HttpContext http, string id, Body<MessageRequest> body, CancellationToken cancellationToken)
    {
        var message = await office.Calls.TakeMessageAsync(Ids.Call(id), body.Value.ToDraft(), CommandKey.Of(http.Request), cancellationToken);
        return Answers.Created(http, $"{ApiRoot.Of(http)}/calls/{id}", MessageView.Of(message, null, await office.DeliveriesOrNoneAsync(message.Call, cancellationToken), ApiRoot.Of(http)));
    }

    private static Task<IResult> HangUpAsync(IVirtualOffice office, HttpContext http, string id, CancellationToken cancellationToken)
    {
        var call = Ids.Call(id);
        return Audited.RunAsync(http, Audited.Of(http, AuditAct.HangUp) with { Call = call }, async () =>
        {
            await office.Calls.HangUpAsync(call, cancellationToken);
            return Results.Accepted($"{ApiRoot.Of(http)}/calls/{id}");
        });
    }

    private static async Task<CallRecord> RequireAsync(IVirtualOffice office, string id, CancellationToken cancellationToken) =>
        await office.Calls.FindAsync(Ids.Call(id), cancellationToken) ?? throw Ids.UnknownCall(id);
}
