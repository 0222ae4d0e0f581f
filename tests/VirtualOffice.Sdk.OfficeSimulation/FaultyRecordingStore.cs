using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>A store for recordings that is away or slow at times, and loses answers.</summary>
internal sealed class FaultyRecordingStore(IRecordingStore store, SimulatedHost host, StoreFaults faults) : IRecordingStore
{
    public async Task<StoredRecording> SaveAsync(RecordingId recording, Stream wav, CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "save", cancellationToken);
        var stored = await store.SaveAsync(recording, wav, cancellationToken);
        return await faults.AnswerAsync(host, cancellationToken) ? stored : throw faults.Unknown();
    }

    public async Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "open", cancellationToken);
        return await store.OpenAsync(recording, cancellationToken);
    }
}
