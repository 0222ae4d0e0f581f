using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Board;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Playback;

/// <summary>What players draw of recordings. Nobody hears anything by it, so that it is not written down as a recording opened.</summary>
internal static class WaveformEndpoints
{
    public static void MapWaveforms(this IEndpointRouteBuilder api, Func<HttpContext, TenantScope> scope)
    {
        api.MapGet("/calls/{id}/waveform", async (CallSearch search, RecordingPeaks peaks, HttpContext http, string id) =>
            await OfAsync(peaks, (await search.RequireAsync(scope(http), Ids.Call(id), http.RequestAborted)).CallRecording, http)).Produces<WaveformView>();
        api.MapGet("/calls/{id}/messages/{message}/waveform", async (CallSearch search, RecordingPeaks peaks, HttpContext http, string id, string message) =>
        {
            var record = await search.RequireAsync(scope(http), Ids.Call(id), http.RequestAborted);
            var wanted = record.Messages.FirstOrDefault(m => m.Id.ToString() == message)?.Recording;
            return await OfAsync(peaks, record.Recordings.FirstOrDefault(r => r.Id == wanted), http);
        }).Produces<WaveformView>();
    }

    private static async Task<IResult> OfAsync(RecordingPeaks peaks, CallRecording? recording, HttpContext http)
    {
        try
        {
            return recording?.Stored is not null && await peaks.OfAsync(recording.Id, http.RequestAborted) is var (duration, made)
                ? Answers.Ok(WaveformView.Of(recording, duration, made))
                : DeskProblems.Of(StatusCodes.Status404NotFound, "NoRecording", "The recording is not stored.");
        }
        catch (InvalidDataException e)
        {
            return DeskProblems.Of(StatusCodes.Status422UnprocessableEntity, "NoWaveform", e.Message);
        }
    }
}
