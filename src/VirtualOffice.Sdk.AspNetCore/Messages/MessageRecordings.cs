using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.AspNetCore.Security;

namespace VirtualOffice.Sdk.AspNetCore.Messages;

/// <summary>Voice messages, heard by the link in a message.</summary>
internal static class MessageRecordings
{
    private const int MaxToken = 200;

    public static async Task<IResult> OpenAsync(IVirtualOffice office, RecordingAudit audit, HttpContext http)
    {
        SecurityHeaders.Set(http.Response.Headers);

        // Neither the browser nor anybody on the way keeps it.
        http.Response.Headers.CacheControl = "no-store, private";
        var token = http.Request.Query["token"].ToString();
        var opened = token.Length is > 0 and <= MaxToken ? await office.Messages.OpenRecordingAsync(token, http.RequestAborted) : null;
        if (opened is null)
        {
            audit.Refused(http);

            // The same answer whatever is wrong with the link, so that nothing is learnt by trying.
            return DeskProblems.Of(StatusCodes.Status404NotFound, "NoRecording", "This link does not work, or does not work any more; ask the office for the voice message.");
        }

        await audit.OpenedAsync(http, opened);
        return Results.File(opened.Wav, "audio/wav", $"voice-message-{opened.Recording}.wav", enableRangeProcessing: opened.Wav.CanSeek);
    }
}
