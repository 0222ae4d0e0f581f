using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>
/// A PBX. It carries out small commands and reports events; everything a contact centre is stands above it.
/// </summary>
/// <remarks>
/// Safe for concurrent use. Every id is chosen by the SDK before the command, and every command may be repeated under its id without a second effect.
/// Busy, no answer and hang-up are events; a command for something that is gone returns <see cref="CommandResult.Gone"/>.
/// Everything else that goes wrong is a <see cref="TelephonyException"/>, and every command ends in bounded time.
/// <c>VirtualOffice.Sdk.Testing</c> has the conformance suite that says when an implementation is right.
/// </remarks>
public interface ITelephonyProvider
{
    /// <summary>The PBX's name, part of every id; unique in an office.</summary>
    string Name { get; }

    /// <summary>
    /// Connects, and stays connected: yields <see cref="PbxConnected"/> first, then events as they come; after a loss <see cref="PbxDisconnected"/>,
    /// then <see cref="PbxConnected"/> again. Read by one reader at a time. Ends when cancelled; throws only for what no retry mends, such as a wrong password or another owner.
    /// </summary>
    /// <exception cref="TelephonyException">The PBX refuses the office for good.</exception>
    IAsyncEnumerable<TelephonyEvent> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What the PBX has now, besides the events: to find what no event told. Legs may end and come while it is made, so that whatever it seems to prove is looked up again
    /// before it is acted on. Unavailable while the PBX is not connected.
    /// </summary>
    Task<PbxSnapshot> SnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Looks a leg up; null when it does not exist.</summary>
    Task<LegSnapshot?> FindLegAsync(LegId leg, CancellationToken cancellationToken);

    /// <summary>
    /// Makes an outgoing leg and dials it. <see cref="LegRinging"/>, <see cref="LegAnswered"/> and <see cref="LegEnded"/> follow as events and may come before this returns.
    /// A target that cannot be dialled ends with <see cref="LegEndCause.Unreachable"/> and returns <see cref="CommandResult.Done"/>.
    /// </summary>
    Task<CommandResult> DialAsync(DialRequest request, CancellationToken cancellationToken);

    /// <summary>Lets the party hear ringing: before the answer by signalling, after it as a tone, until something else is played or the leg is bridged.</summary>
    Task<CommandResult> RingAsync(LegId leg, CancellationToken cancellationToken);

    /// <summary>Answers an incoming leg; answering an answered leg is <see cref="CommandResult.Done"/>.</summary>
    Task<CommandResult> AnswerAsync(LegId leg, CancellationToken cancellationToken);

    /// <summary>Ends a leg; the cause is passed on where the protocol can say it. <see cref="LegEnded"/> follows. Also ends a leg that is still being created.</summary>
    Task<CommandResult> HangUpAsync(LegId leg, LegEndCause cause, CancellationToken cancellationToken);

    /// <summary>Plays a prompt to one leg; <see cref="PlaybackFinished"/> follows, also for a prompt that does not exist.</summary>
    Task<CommandResult> PlayAsync(LegId leg, PlaybackId playback, Prompt prompt, CancellationToken cancellationToken);

    /// <summary>Stops a playing prompt.</summary>
    Task<CommandResult> StopPlaybackAsync(PlaybackId playback, CancellationToken cancellationToken);

    /// <summary>Plays music on hold to a leg that is in no bridge; the PBX goes on with it by itself, also when no host is there.</summary>
    Task<CommandResult> StartMusicAsync(LegId leg, CancellationToken cancellationToken);

    /// <summary>Stops music on hold, ringing tones included.</summary>
    Task<CommandResult> StopMusicAsync(LegId leg, CancellationToken cancellationToken);

    /// <summary>Puts a leg into a bridge, which is made if it does not exist; a leg in another bridge is moved. Legs in one bridge hear each other.</summary>
    Task<CommandResult> JoinAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken);

    /// <summary>Takes a leg out of a bridge.</summary>
    Task<CommandResult> LeaveAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken);

    /// <summary>Destroys a bridge; its legs live on.</summary>
    Task<CommandResult> DestroyBridgeAsync(BridgeId bridge, CancellationToken cancellationToken);

    /// <summary>Lets nobody hear what the party says, wherever the leg is; the party goes on hearing the others. A recording of the party's own leg is not concerned.</summary>
    Task<CommandResult> MuteAsync(LegId leg, CancellationToken cancellationToken);

    /// <summary>Lets the party be heard again; a leg that is not muted is <see cref="CommandResult.Done"/>.</summary>
    Task<CommandResult> UnmuteAsync(LegId leg, CancellationToken cancellationToken);

    /// <summary>Sends keys to the far end of an answered leg, as if they were pressed here. Not to be repeated: what was sent cannot be told from what was not.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="digits">1 to 32 keys: <c>0</c> to <c>9</c>, <c>*</c>, <c>#</c>, or <c>A</c> to <c>D</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CommandResult> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellationToken);

    /// <summary>Starts a recording; <see cref="RecordingFinished"/> or <see cref="RecordingFailed"/> follows once, at the latest when the leg has ended.</summary>
    Task<CommandResult> StartRecordingAsync(RecordingRequest request, CancellationToken cancellationToken);

    /// <summary>Looks a recording up, live or finished; null when the PBX has no such recording: it was never started, failed, or was deleted.</summary>
    Task<RecordingSnapshot?> FindRecordingAsync(RecordingId recording, CancellationToken cancellationToken);

    /// <summary>Lets a recording that is being made take nothing in until it is resumed: what is said meanwhile is not in it. One that is paused is <see cref="CommandResult.Done"/>.</summary>
    Task<CommandResult> PauseRecordingAsync(RecordingId recording, CancellationToken cancellationToken);

    /// <summary>Lets a paused recording go on; one that is not paused is <see cref="CommandResult.Done"/>.</summary>
    Task<CommandResult> ResumeRecordingAsync(RecordingId recording, CancellationToken cancellationToken);

    /// <summary>Stops a recording and keeps it.</summary>
    Task<CommandResult> StopRecordingAsync(RecordingId recording, CancellationToken cancellationToken);

    /// <summary>Opens a finished recording as a WAV file; null when the PBX has no such recording. The caller disposes the stream.</summary>
    Task<Stream?> FetchRecordingAsync(RecordingId recording, CancellationToken cancellationToken);

    /// <summary>Deletes a finished recording at the PBX.</summary>
    Task<CommandResult> DeleteRecordingAsync(RecordingId recording, CancellationToken cancellationToken);
}
