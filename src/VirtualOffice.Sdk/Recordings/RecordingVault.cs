using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Recordings;

/// <summary>Brings recordings from the PBX into the store. The PBX's copy is left alone; it is deleted once the journal knows ours.</summary>
internal sealed partial class RecordingVault(IRecordingStore store, TimeProvider clock, ILogger<RecordingVault> logger)
{
    private const int Tries = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Fetches and stores a recording; null when the PBX does not have one that can be used, also after some tries.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot take it now, because its disk is full for example.</exception>
    /// <exception cref="TelephonyException">The PBX has it, and sending it breaks off.</exception>
    public async Task<StoredRecording?> FetchAsync(ITelephonyProvider pbx, RecordingId recording, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var wav = await pbx.FetchRecordingAsync(recording, cancellationToken);
                if (wav is not null)
                {
                    return await store.SaveAsync(recording, wav, cancellationToken);
                }
            }
            catch (InvalidDataException e)
            {
                LogUnusable(logger, recording, e);
            }
            catch (IOException e)
            {
                LogBrokenOff(logger, recording, e);
                if (attempt == Tries)
                {
                    throw new TelephonyException(TelephonyError.Unavailable, $"Recording {recording} could not be fetched whole: {e.Message}", e);
                }
            }

            if (attempt == Tries)
            {
                return null;
            }

            // The PBX may still be closing the file.
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    [LoggerMessage(1400, LogLevel.Warning, "Recording {Recording} cannot be used as the PBX sends it")]
    private static partial void LogUnusable(ILogger logger, RecordingId recording, Exception exception);

    [LoggerMessage(1401, LogLevel.Warning, "Fetching recording {Recording} broke off")]
    private static partial void LogBrokenOff(ILogger logger, RecordingId recording, Exception exception);
}
