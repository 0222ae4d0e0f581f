using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Recordings;

/// <summary>A PBX from which recordings can be fetched, and nothing else.</summary>
internal sealed class FetchingPbx(params Func<Stream?>[] answers) : ITelephonyProvider
{
    public string Name => "fetching";

    public int Fetches { get; private set; }

    /// <summary>Gives the next answer; the last one for ever.</summary>
    public async Task<Stream?> FetchRecordingAsync(RecordingId recording, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return answers[Math.Min(Fetches++, answers.Length - 1)]();
    }

    public IAsyncEnumerable<TelephonyEvent> ConnectAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PbxSnapshot> SnapshotAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LegSnapshot?> FindLegAsync(LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> DialAsync(DialRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> RingAsync(LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> AnswerAsync(LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> HangUpAsync(LegId leg, LegEndCause cause, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> PlayAsync(LegId leg, PlaybackId playback, Prompt prompt, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> StopPlaybackAsync(PlaybackId playback, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> StartMusicAsync(LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> StopMusicAsync(LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> JoinAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> LeaveAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> DestroyBridgeAsync(BridgeId bridge, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> StartRecordingAsync(RecordingRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> MuteAsync(LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> UnmuteAsync(LegId leg, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> PauseRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> ResumeRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RecordingSnapshot?> FindRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> StopRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> DeleteRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => throw new NotSupportedException();
}
