using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Recordings;

/// <summary>Brings recordings from the PBX into the store. The PBX's copy is left alone; it is deleted once the journal knows ours.</summary>
internal sealed partial class RecordingVault(IRecordingStore store, ILogger<RecordingVault> logger)
{
    private const int Tries = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Fetches and stores a recording; null when the PBX does not have it, also after some tries.</summary>
    public async Task<StoredRecording?> FetchAsync(CallSession call, RecordingId recording)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var wav = await call.Pbx.FetchRecordingAsync(recording, call.Stopping);
                if (wav is not null)
                {
                    return await store.SaveAsync(recording, wav, call.Stopping);
                }
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                LogUnusable(logger, recording, e);
            }

            if (attempt == Tries)
            {
                return null;
            }

            // The PBX may still be closing the file.
            await Task.Delay(Pause, call.Clock, call.Stopping);
        }
    }

    [LoggerMessage(1400, LogLevel.Warning, "Recording {Recording} could not be stored")]
    private static partial void LogUnusable(ILogger logger, RecordingId recording, Exception exception);
}
