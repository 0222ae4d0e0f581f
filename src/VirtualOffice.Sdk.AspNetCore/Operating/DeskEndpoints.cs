using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.AspNetCore.Softphone;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>An operator's own desk: its session, its snapshot, and what the operator wishes to be.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder api)
    {
        var desk = api.MapGroup("/desk").RequireAuthorization(VirtualOfficePolicies.Operator).WithTags("Operator");
        desk.MapPost("/session", OpenAsync).Produces<DeskSessionView>();
        desk.MapDelete("/session", CloseAsync);
        desk.MapGet("/", SnapshotAsync).Produces<DeskSnapshotView>();
        desk.MapGet("/queues", QueuesAsync).Produces<IReadOnlyList<DeskQueueView>>();
        desk.MapPost("/state", (DeskCommands commands, IVirtualOffice office, HttpContext http, Body<PresenceRequest> body) =>
            commands.RunAsync(http, op => office.Operators.SetPresenceAsync(op, body.Value.ToPresence(), body.Value.Reason, http.RequestAborted))).Produces<DeskSnapshotView>();
        desk.MapPost("/wrap-up", (DeskCommands commands, IVirtualOffice office, HttpContext http, Body<WrapUpRequest> body) =>
            commands.RunAsync(http, op => office.Operators.ExtendWrapUpAsync(op, body.Value.Time, http.RequestAborted))).Produces<DeskSnapshotView>();
        desk.MapDelete("/wrap-up", (DeskCommands commands, IVirtualOffice office, HttpContext http) =>
            commands.RunAsync(http, op => office.Operators.EndWrapUpAsync(op, http.RequestAborted))).Produces<DeskSnapshotView>();
        desk.MapSoftphone();
        desk.MapDeskCalls();
        desk.MapDeskWork();
    }

    private static async Task<IResult> OpenAsync(DeskSessions sessions, DeskIdentity identity, IVirtualOffice office, HttpContext http)
    {
        var op = identity.Require(http.User).Operator!.Value;
        if (office.Operators.Find(op) is null)
        {
            throw new KeyNotFoundException($"There is no operator '{op}' in this office.");
        }

        var session = await sessions.OpenAsync(op, http.RequestAborted);
        return Answers.Ok(new DeskSessionView(session.Epoch, sessions.Lease.TotalSeconds));
    }

    private static async Task<IResult> CloseAsync(DeskSessions sessions, DeskIdentity identity, HttpContext http, long epoch)
    {
        await sessions.CloseAsync(identity.Require(http.User).Operator!.Value, epoch, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> SnapshotAsync(DeskSnapshots snapshots, DeskIdentity identity, HttpContext http) =>
        Answers.Ok(await snapshots.BuildAsync(identity.Require(http.User).Operator!.Value, http.RequestAborted));

    private static async Task<IResult> QueuesAsync(DeskSnapshots snapshots, DeskIdentity identity, IVirtualOffice office, HttpContext http) =>
        office.Operators.Find(identity.Require(http.User).Operator!.Value) is { } op
            ? Answers.Ok(await snapshots.QueuesAsync(op, http.RequestAborted))
            : Answers.Ok<IReadOnlyList<DeskQueueView>>([]);
}
