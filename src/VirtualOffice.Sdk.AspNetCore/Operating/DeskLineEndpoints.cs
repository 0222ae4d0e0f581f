using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What an operator does with the line, and what the call was about.</summary>
internal static class DeskLineEndpoints
{
    public static void MapDeskLine(this IEndpointRouteBuilder call)
    {
        // They say what shall be, and not what shall change: true of the call whenever they arrive.
        call.MapPost("/hold", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<HoldRequest> body) =>
            commands.NoteAsync(http, id, (_, call, key) => office.Calls.SetHoldAsync(call, body.Value.On, key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/mute", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<MuteRequest> body) =>
            commands.NoteAsync(http, id, (_, call, key) => office.Calls.SetMuteAsync(call, body.Value.On, key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/keys", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<KeysRequest> body) =>
            commands.RunAsync(http, id, (_, call, key) => office.Calls.SendDigitsAsync(call, body.Value.Keys ?? "", key, http.RequestAborted))).Produces<DeskSnapshotView>();

        // Whatever the line does meanwhile, a card's number must not be recorded.
        call.MapPost("/recording", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<RecordingRequest> body) =>
            commands.NoteAsync(http, id, (_, call, key) => office.Calls.SetRecordingPausedAsync(call, body.Value.Paused, key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/disposition", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<DispositionRequest> body) =>
            commands.NoteAsync(http, id, (op, call, key) => office.Calls.SetDispositionAsync(call, body.Value.ToDisposition(op), key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/questions", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<QuestionRequest> body) =>
            commands.NoteAsync(http, id, (op, call, key) => office.Calls.NoteQuestionAsync(call, body.Value.ToQuestion(op), key, http.RequestAborted))).Produces<DeskSnapshotView>();
    }
}
