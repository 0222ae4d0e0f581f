using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What the cases of recordings have in common.</summary>
internal static class RecordingProbe
{
    /// <summary>How far a duration may be off: a PBX starts and stops in its own time, counts whole seconds, and may have no time for a moment.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2.5);

    public static async Task<RecordingId> StartAsync(TelephonyProbe probe, RecordingRequest request)
    {
        await TelephonyProbe.DoneAsync(probe.Pbx.StartRecordingAsync(request, probe.Cancellation), "StartRecording");
        return request.Id;
    }

    public static Task<RecordingFinished> FinishedAsync(TelephonyProbe probe, RecordingId recording) =>
        probe.ExpectAsync<RecordingFinished>(e => e.Recording == recording, "RecordingFinished");

    /// <summary>Fetches a finished recording and checks that its length is what was reported.</summary>
    public static async Task<WavFile> FetchAsync(TelephonyProbe probe, RecordingFinished finished)
    {
        await using var stream = Expect.NotNull(await probe.Pbx.FetchRecordingAsync(finished.Recording, probe.Cancellation), "A finished recording cannot be fetched.");
        var wav = await WavFile.ReadAsync(stream, probe.Cancellation);
        Expect.Between(finished.Duration - Tolerance, finished.Duration + Tolerance, wav.Duration, "The length of the WAV file");
        return wav;
    }

    public static async Task DeleteAsync(TelephonyProbe probe, RecordingId recording)
    {
        await TelephonyProbe.DoneAsync(probe.Pbx.DeleteRecordingAsync(recording, probe.Cancellation), "DeleteRecording");
        await TelephonyProbe.GoneAsync(probe.Pbx.DeleteRecordingAsync(recording, probe.Cancellation), "DeleteRecording again");
        Expect.That(await probe.Pbx.FetchRecordingAsync(recording, probe.Cancellation) is null, "A deleted recording can still be fetched.");
    }
}
