using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>What a program does with the line of a call, and with its script.</summary>
internal static class LineEndpoints
{
    public static void MapLines(this IEndpointRouteBuilder api)
    {
        var call = api.MapGroup("/calls/{id}");
        call.MapPost("/hold", (IVirtualOffice office, HttpContext http, string id, Body<HoldRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.SetHoldAsync(call, body.Value.On, key, http.RequestAborted)));
        call.MapPost("/mute", (IVirtualOffice office, HttpContext http, string id, Body<MuteRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.SetMuteAsync(call, body.Value.On, key, http.RequestAborted)));
        call.MapPost("/keys", (IVirtualOffice office, HttpContext http, string id, Body<KeysRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.SendDigitsAsync(call, body.Value.Keys ?? "", key, http.RequestAborted)));
        call.MapPost("/recording", (IVirtualOffice office, HttpContext http, string id, Body<RecordingRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.SetRecordingPausedAsync(call, body.Value.Paused, key, http.RequestAborted)));
        call.MapPost("/disposition", (IVirtualOffice office, HttpContext http, string id, Body<DispositionRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.SetDispositionAsync(call, body.Value.ToDisposition(null), key, http.RequestAborted)));
        call.MapPost("/questions", (IVirtualOffice office, HttpContext http, string id, Body<QuestionRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.NoteQuestionAsync(call, body.Value.ToQuestion(null), key, http.RequestAborted)));
        call.MapPost("/call-type", (IVirtualOffice office, HttpContext http, string id, Body<CallTypeRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.SetCallTypeAsync(call, body.Value.ToId(), key, http.RequestAborted)));
        call.MapGet("/script", async (IVirtualOffice office, HttpContext http, string id) =>
            await office.Calls.ShowScriptAsync(Ids.Call(id), http.RequestAborted) is { } screen ? Answers.Ok(screen) : throw new KeyNotFoundException("The call follows no script."))
            .Produces<ScriptScreen>();
        call.MapPut("/script/answers/{field}", (IVirtualOffice office, HttpContext http, string id, string field, Body<AnswerRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.SaveAnswerAsync(call, field, body.Value.Value ?? "", key, http.RequestAborted)));
        call.MapPost("/script/advance", (IVirtualOffice office, HttpContext http, string id, Body<AdvanceRequest> body) =>
            DoneAsync(http, id, async (call, key) =>
            {
                await StepSeen.CheckAsync(office, call, body.Value.Step, http.RequestAborted);
                await office.Calls.AdvanceScriptAsync(call, body.Value.Exit, key, http.RequestAborted);
            }));
        call.MapPost("/script/go", (IVirtualOffice office, HttpContext http, string id, Body<StepRequest> body) =>
            DoneAsync(http, id, (call, key) => office.Calls.GoToStepAsync(call, body.Value.Step ?? "", key, http.RequestAborted)));
        call.MapPost("/script/back", (IVirtualOffice office, HttpContext http, string id) =>
            DoneAsync(http, id, (call, key) => office.Calls.GoBackAsync(call, key, http.RequestAborted)));
    }

    private static async Task<IResult> DoneAsync(HttpContext http, string id, Func<CallId, CommandId?, Task> command)
    {
        await command(Ids.Call(id), CommandKey.Of(http.Request));
        return Results.Accepted($"{ApiRoot.Of(http)}/calls/{id}");
    }
}
