using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Editing;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Statistics;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>The supervisor's board and what a supervisor does.</summary>
internal static class BoardEndpoints
{
    private const int MaxWork = 200;

    public static void MapBoard(this IEndpointRouteBuilder api)
    {
        var board = api.MapGroup("/board").RequireAuthorization(VirtualOfficePolicies.Supervisor).WithTags("Supervisor");
        board.MapGet("/", async (BoardSnapshots snapshots, HttpContext http) => Answers.Ok(await snapshots.GetAsync(http.RequestAborted))).Produces<BoardSnapshotView>();
        board.MapGroup("/companies/{id}").MapEditing(EditingEndpoints.OfPath, isClient: false);
        board.MapPost("/operators/{id}/state", SetStateAsync).Produces<OperatorView>();
        board.MapPost("/calls/{id}/hang-up", HangUpAsync);
        board.MapSupervision();
        board.MapPost("/notices", (DeskNotices notices, DeskIdentity identity, HttpContext http, Body<NoticeRequest> body) =>
        {
            var text = body.Value.Checked();
            return Audited.RunAsync(http, Audited.Of(http, AuditAct.GiveNotice) with { Detail = text }, () =>
            {
                notices.Add(text, identity.Require(http.User).Name);
                return Task.FromResult(Results.NoContent());
            });
        });
        board.MapDelete("/notices/{id}", (DeskNotices notices, HttpContext http, string id) =>
            notices.List().FirstOrDefault(n => n.Id == id) is not { } notice
                ? Task.FromResult(Results.NoContent())
                : Audited.RunAsync(http, Audited.Of(http, AuditAct.RemoveNotice) with { Detail = notice.Text }, () =>
                {
                    notices.Remove(id);
                    return Task.FromResult(Results.NoContent());
                }));
        board.MapGet("/work", WorkAsync).Produces<Operating.DeskWorkView>();
        board.MapPost("/work/deliveries/{message}/{number:int}/retry", RetryAsync);
        board.MapPost("/work/callbacks/{call}/done", DoneAsync);
        board.MapBoardStatistics();
        board.MapGet("/events", (HttpContext http, string? after) => EventStream.Open(http, TenantScope.Office, after));
        board.MapCallSearch();
        board.MapAudit();
    }

    private static Task<IResult> SetStateAsync(IVirtualOffice office, HttpContext http, string id, Body<PresenceRequest> body) =>
        OperatorEndpoints.SetStateAsync(office, http, id, body.Value);

    private static Task<IResult> HangUpAsync(IVirtualOffice office, HttpContext http, string id)
    {
        var call = Ids.Call(id);
        return Audited.RunAsync(http, Audited.Of(http, AuditAct.HangUp) with { Call = call }, async () =>
        {
            await office.Calls.HangUpAsync(call, http.RequestAborted);
            return Results.Accepted();
        });
    }

    private static async Task<IResult> WorkAsync(IVirtualOffice office, HttpContext http)
    {
        var deliveries = await office.Messages.ListAsync(new DeliveryFilter(TenantScope.Office, DeliveryState.Failed, null, MaxWork) { UnacknowledgedOnly = true }, http.RequestAborted);
        var callbacks = await office.Callbacks.ListAsync(new CallbackFilter(TenantScope.Office, null, MaxWork, false), http.RequestAborted);
        return Answers.Ok(new Operating.DeskWorkView([.. deliveries.Select(DeliveryItem.Of)], [.. callbacks.Select(CallbackItem.Of)]));
    }

    private static async Task<IResult> RetryAsync(IVirtualOffice office, HttpContext http, string message, int number) =>
        await office.Messages.RetryAsync(Ids.Delivery($"{message}.{number}"), http.RequestAborted)
            ? Results.Accepted()
            : DeskProblems.Of(StatusCodes.Status409Conflict, "Conflict", "There is no such delivery, or it is being attempted anyway.");

    private static async Task<IResult> DoneAsync(IVirtualOffice office, DeskIdentity identity, HttpContext http, string call, Body<CallbackDoneRequest> body) =>
        await office.Callbacks.EndAsync(Ids.Call(call), identity.Require(http.User).Name, body.Value.Note, http.RequestAborted)
            ? Results.NoContent()
            : DeskProblems.Of(StatusCodes.Status409Conflict, "Conflict", "This call left no task, or somebody has dealt with it already.");
}
