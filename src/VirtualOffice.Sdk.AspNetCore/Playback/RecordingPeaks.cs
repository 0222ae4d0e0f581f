using System.Collections.Concurrent;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.AspNetCore.Playback;

/// <summary>How loud the parts of recordings are. A recording that is stored does not change, so each is read once, and what was made last is kept.</summary>
internal sealed class RecordingPeaks(IVirtualOffice office)
{
    private const int Kept = 500;

    private readonly ConcurrentDictionary<RecordingId, Lazy<Task<(TimeSpan Duration, byte[] Peaks)?>>> _made = new();
    private readonly ConcurrentQueue<RecordingId> _order = new();

    /// <summary>Null when the recording is not stored.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public async Task<(TimeSpan Duration, byte[] Peaks)?> OfAsync(RecordingId recording, CancellationToken cancellationToken)
    {
        // Whoever asks for it first may go away; the others have not.
        var made = _made.GetOrAdd(recording, id => new Lazy<Task<(TimeSpan, byte[])?>>(() => MakeAsync(id))).Value;
        try
        {
            return await made.WaitAsync(cancellationToken);
        }
        finally
        {
            if (made is { IsCompleted: true } and not { IsCompletedSuccessfully: true, Result: not null })
            {
                _made.TryRemove(recording, out _);
            }
        }
    }

    private async Task<(TimeSpan Duration, byte[] Peaks)?> MakeAsync(RecordingId recording)
    {
        if (await office.Recordings.OpenAsync(recording, CancellationToken.None) is not { } wav)
        {
            return null;
        }

        await using (wav)
        {
            var made = await WavPeaks.ReadAsync(wav, CancellationToken.None);
            _order.Enqueue(recording);
            while (_order.Count > Kept && _order.TryDequeue(out var oldest))
            {
                _made.TryRemove(oldest, out _);
            }

            return made;
        }
    }
}
