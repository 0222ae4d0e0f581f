using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>The script of the operator's call. What goes on from a step names the step that was seen, and so needs no other guard.</summary>
internal static class DeskScriptEndpoints
{
    public static void MapDeskScript(this IEndpointRouteBuilder call)
    {
        var script = call.MapGroup("/script");
        script.MapPut("/answers/{field}", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, string field, Body<AnswerRequest> body) =>
            commands.NoteAsync(http, id, (_, call, key) => office.Calls.SaveAnswerAsync(call, field, body.Value.Value ?? "", key, http.RequestAborted))).Produces<DeskSnapshotView>();
        script.MapPost("/advance", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<AdvanceRequest> body) =>
            commands.NoteAsync(http, id, async (_, call, key) =>
            {
                await StepSeen.CheckAsync(office, call, body.Value.Step, http.RequestAborted);
                await office.Calls.AdvanceScriptAsync(call, body.Value.Exit, key, http.RequestAborted);
            })).Produces<DeskSnapshotView>();
        script.MapPost("/go", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<StepRequest> body) =>
            commands.NoteAsync(http, id, (_, call, key) => office.Calls.GoToStepAsync(call, body.Value.Step ?? "", key, http.RequestAborted))).Produces<DeskSnapshotView>();
        script.MapPost("/back", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id) =>
            commands.NoteAsync(http, id, (_, call, key) => office.Calls.GoBackAsync(call, key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/call-type", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<CallTypeRequest> body) =>
            commands.NoteAsync(http, id, (_, call, key) => office.Calls.SetCallTypeAsync(call, body.Value.ToId(), key, http.RequestAborted))).Produces<DeskSnapshotView>();
    }
}
