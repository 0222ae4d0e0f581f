using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Recordings as files, for players that jump.</summary>
internal static class Wav
{
    public static async Task<IResult> OfCallAsync(IVirtualOffice office, CallRecord record, CancellationToken cancellationToken) =>
        await OfAsync(office, record.CallRecording, cancellationToken);

    public static async Task<IResult> OfMessageAsync(IVirtualOffice office, CallRecord record, string message, CancellationToken cancellationToken)
    {
        var recording = record.Messages.FirstOrDefault(m => m.Id.ToString() == message)?.Recording;
        return await OfAsync(office, record.Recordings.FirstOrDefault(r => r.Id == recording), cancellationToken);
    }

    private static async Task<IResult> OfAsync(IVirtualOffice office, CallRecording? recording, CancellationToken cancellationToken)
    {
        var wav = recording?.Stored is null ? null : await office.Recordings.OpenAsync(recording.Id, cancellationToken);
        return wav is null
            ? DeskProblems.Of(
                StatusCodes.Status404NotFound, "NoRecording", $"The recording is {recording?.State.ToString() ?? "not there"}: {recording?.Reason ?? "it is stored when the call has ended"}.")
            : Results.File(wav, "audio/wav", $"{recording!.Id}.wav", enableRangeProcessing: true);
    }
}
