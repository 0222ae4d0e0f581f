using System.Globalization;
using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>A provider with one thing wrong in it.</summary>
internal sealed class FlawedProvider(ITelephonyProvider inner, FlawedProvider.Flaw flaw) : ITelephonyProvider, IPbxCallRecords, IPhoneTransfers, IListeningIn
{
    private readonly HashSet<LegId> _seen = [];
    private LegId? _lastJoined;

    public enum Flaw
    {
        EventsBeforeSnapshot,
        NoEndEvents,
        ForgetsTags,
        DialsTwice,
        ThrowsWhenGone,
        CannotHangUpWhatIsBeingMade,
        SaysBusyForRejected,
        MissesOffers,
        StaysInsteadOfMoving,
        DropsLegsWithTheBridge,
        SilentAboutUnknownPrompts,
        CutsRecordings,
        KeepsDeletedRecordings,
        IncarnationOfTheConnection,
        ForgetsBookmarks,
        TrustsAnyBookmark,
        HasNoCallRecords,
        HidesVoiceMessages,
        MutesNobody,
        RecordsInPauses,
        ForgetsWhichPhone,
        KeepsTransfersFromPhones,
        MistakesTheOtherLine,
        WhispersAlways,
        WhispersNever,
    }

    public string Name => inner.Name;

    public async IAsyncEnumerable<TelephonyEvent> ConnectAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (flaw == Flaw.EventsBeforeSnapshot)
        {
            yield return new LegRinging(new LegId(Name, "x"));
        }

        var connects = 0;
        await foreach (var telephonyEvent in inner.ConnectAsync(cancellationToken))
        {
            switch (telephonyEvent)
            {
                case LegEnded when flaw == Flaw.NoEndEvents:
                case PlaybackFinished { Completed: false } when flaw == Flaw.SilentAboutUnknownPrompts:
                    continue;
                case LegEnded { Cause: LegEndCause.Rejected } ended when flaw == Flaw.SaysBusyForRejected:
                    yield return ended with { Cause = LegEndCause.Busy };
                    continue;
                case PbxConnected connected when flaw == Flaw.IncarnationOfTheConnection:
                    yield return new PbxConnected(connected.Snapshot with { Incarnation = $"{++connects}" });
                    continue;
                case PbxConnected connected when flaw == Flaw.MissesOffers:
                    yield return new PbxConnected(connected.Snapshot with { Legs = [.. connected.Snapshot.Legs.Select(leg => leg with { Offer = null })] });
                    continue;
                case PbxConnected connected when flaw == Flaw.ForgetsTags:
                    yield return new PbxConnected(connected.Snapshot with { Legs = [.. connected.Snapshot.Legs.Select(leg => leg with { Tag = null })] });
                    continue;
                case LegOffered { Device: not null } offered when flaw == Flaw.ForgetsWhichPhone:
                    yield return offered with { Device = null };
                    continue;
                case LegTransferAsked { Other: not null } asked when flaw == Flaw.MistakesTheOtherLine:
                    yield return asked with { Other = asked.Leg };
                    continue;
                default:
                    yield return telephonyEvent;
                    continue;
            }
        }
    }

    public Task<CommandResult> ListenInAsync(LegId ear, LegId target, bool whispers, CancellationToken cancellationToken) =>
        ((IListeningIn)inner).ListenInAsync(ear, target, flaw switch { Flaw.WhispersAlways => true, Flaw.WhispersNever => false, _ => whispers }, cancellationToken);

    public Task<CommandResult> StopListeningInAsync(LegId ear, CancellationToken cancellationToken) => ((IListeningIn)inner).StopListeningInAsync(ear, cancellationToken);

    public Task<CommandResult> ReportTransferAsync(LegId leg, PhoneTransferState state, CancellationToken cancellationToken) => flaw == Flaw.KeepsTransfersFromPhones
        ? Task.FromResult(CommandResult.Done)
        : ((IPhoneTransfers)inner).ReportTransferAsync(leg, state, cancellationToken);

    public Task<PbxSnapshot> SnapshotAsync(CancellationToken cancellationToken) => inner.SnapshotAsync(cancellationToken);

    public Task<LegSnapshot?> FindLegAsync(LegId leg, CancellationToken cancellationToken) => inner.FindLegAsync(leg, cancellationToken);

    public Task<CommandResult> DialAsync(DialRequest request, CancellationToken cancellationToken) => flaw == Flaw.DialsTwice && !_seen.Add(request.Leg)
        ? inner.DialAsync(request with { Leg = request.Leg with { Value = request.Leg.Value + "again" } }, cancellationToken)
        : inner.DialAsync(request, cancellationToken);

    public Task<CommandResult> RingAsync(LegId leg, CancellationToken cancellationToken) => inner.RingAsync(leg, cancellationToken);

    public async Task<CommandResult> AnswerAsync(LegId leg, CancellationToken cancellationToken)
    {
        var result = await inner.AnswerAsync(leg, cancellationToken);
        return flaw == Flaw.ThrowsWhenGone && result == CommandResult.Gone ? throw new TelephonyException(TelephonyError.Refused, "404") : result;
    }

    public async Task<CommandResult> HangUpAsync(LegId leg, LegEndCause cause, CancellationToken cancellationToken) =>
        flaw == Flaw.CannotHangUpWhatIsBeingMade && await inner.FindLegAsync(leg, cancellationToken) is not { State: LegState.Up }
            ? CommandResult.Done
            : await inner.HangUpAsync(leg, cause, cancellationToken);

    public Task<CommandResult> PlayAsync(LegId leg, PlaybackId playback, Prompt prompt, CancellationToken cancellationToken) =>
        inner.PlayAsync(leg, playback, prompt, cancellationToken);

    public Task<CommandResult> StopPlaybackAsync(PlaybackId playback, CancellationToken cancellationToken) => inner.StopPlaybackAsync(playback, cancellationToken);

    public Task<CommandResult> StartMusicAsync(LegId leg, CancellationToken cancellationToken) => inner.StartMusicAsync(leg, cancellationToken);

    public Task<CommandResult> StopMusicAsync(LegId leg, CancellationToken cancellationToken) => inner.StopMusicAsync(leg, cancellationToken);

    public Task<CommandResult> JoinAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken)
    {
        _lastJoined = leg;
        return flaw == Flaw.StaysInsteadOfMoving && !_seen.Add(leg) ? Task.FromResult(CommandResult.Done) : inner.JoinAsync(bridge, leg, cancellationToken);
    }

    public Task<CommandResult> LeaveAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken) => inner.LeaveAsync(bridge, leg, cancellationToken);

    public async Task<CommandResult> DestroyBridgeAsync(BridgeId bridge, CancellationToken cancellationToken)
    {
        if (flaw == Flaw.DropsLegsWithTheBridge && _lastJoined is { } leg)
        {
            await inner.HangUpAsync(leg, LegEndCause.Normal, cancellationToken);
        }

        return await inner.DestroyBridgeAsync(bridge, cancellationToken);
    }

    public Task<CommandResult> StartRecordingAsync(RecordingRequest request, CancellationToken cancellationToken) => inner.StartRecordingAsync(request, cancellationToken);

    public Task<CommandResult> MuteAsync(LegId leg, CancellationToken cancellationToken) =>
        flaw == Flaw.MutesNobody ? Task.FromResult(CommandResult.Done) : inner.MuteAsync(leg, cancellationToken);

    public Task<CommandResult> UnmuteAsync(LegId leg, CancellationToken cancellationToken) => inner.UnmuteAsync(leg, cancellationToken);

    public Task<CommandResult> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellationToken) => inner.SendDigitsAsync(leg, digits, cancellationToken);

    public Task<CommandResult> PauseRecordingAsync(RecordingId recording, CancellationToken cancellationToken) =>
        flaw == Flaw.RecordsInPauses ? Task.FromResult(CommandResult.Done) : inner.PauseRecordingAsync(recording, cancellationToken);

    public Task<CommandResult> ResumeRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => inner.ResumeRecordingAsync(recording, cancellationToken);

    public Task<RecordingSnapshot?> FindRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => inner.FindRecordingAsync(recording, cancellationToken);

    public Task<CommandResult> StopRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => inner.StopRecordingAsync(recording, cancellationToken);

    public async Task<Stream?> FetchRecordingAsync(RecordingId recording, CancellationToken cancellationToken)
    {
        var stream = await inner.FetchRecordingAsync(recording, cancellationToken);
        if (flaw != Flaw.CutsRecordings || stream is null)
        {
            return stream;
        }

        var cut = new byte[stream.Length / 2];
        stream.ReadExactly(cut);
        return new MemoryStream(cut);
    }

    public async IAsyncEnumerable<PbxCallRecord> ReadCallRecordsAsync(string? bookmark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (flaw == Flaw.TrustsAnyBookmark && bookmark is not null && !int.TryParse(bookmark, CultureInfo.InvariantCulture, out _))
        {
            yield break;
        }

        await foreach (var record in ((IPbxCallRecords)inner).ReadCallRecordsAsync(flaw == Flaw.ForgetsBookmarks ? null : bookmark, cancellationToken))
        {
            if (flaw != Flaw.HasNoCallRecords)
            {
                yield return flaw == Flaw.HidesVoiceMessages ? record with { VoiceMessage = null } : record;
            }
        }
    }

    public Task<CommandResult> DeleteRecordingAsync(RecordingId recording, CancellationToken cancellationToken) =>
        flaw == Flaw.KeepsDeletedRecordings ? Task.FromResult(CommandResult.Done) : inner.DeleteRecordingAsync(recording, cancellationToken);
}
