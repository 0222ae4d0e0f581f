using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A host's access to a simulated PBX.</summary>
internal sealed class SimulatedTelephonyProvider : ITelephonyProvider, IPbxCallRecords, IPhoneTransfers, IListeningIn
{
    private readonly Switchboard _pbx;
    private readonly Dialler _dialler;
    private readonly IncomingCalls _incoming;
    private readonly TimeProvider _hostClock;
    private readonly HostScheduler? _host;
    private readonly CommandLink _link;
    private int _readers;

    public SimulatedTelephonyProvider(Switchboard pbx, Dialler dialler, IncomingCalls incoming, OfficeRuntime host)
    {
        (_pbx, _dialler, _incoming, _hostClock) = (pbx, dialler, incoming, host.Clock);
        _host = host.Scheduler as HostScheduler;
        _link = new CommandLink(pbx, _host);
    }

    public string Name => _pbx.Name;

    public async IAsyncEnumerable<TelephonyEvent> ConnectAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _readers) != 1)
        {
            Interlocked.Decrement(ref _readers);
            throw new InvalidOperationException($"The events of PBX {Name} already have a reader.");
        }

        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                if (_pbx.Run(Open) is { } connection)
                {
                    try
                    {
                        while (await HasMoreAsync(connection, cancellationToken))
                        {
                            while (connection.Events.TryRead(out var telephonyEvent))
                            {
                                yield return telephonyEvent;
                            }
                        }
                    }
                    finally
                    {
                        _pbx.Run(() => _pbx.Events.Close(connection));
                    }

                    if (connection.IsReplaced)
                    {
                        throw new TelephonyException(TelephonyError.Replaced, $"Another host took the office's place at PBX {Name}.");
                    }

                    if (!cancellationToken.IsCancellationRequested && connection.HasSnapshot)
                    {
                        yield return new PbxDisconnected(connection.LostReason);
                    }
                }

                await PauseAsync(cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    public Task<PbxSnapshot> SnapshotAsync(CancellationToken cancellationToken) => SendAsync("Snapshot", null, _pbx.Snapshot, cancellationToken);

    public Task<LegSnapshot?> FindLegAsync(LegId leg, CancellationToken cancellationToken) =>
        SendAsync("FindLeg", leg, () => _pbx.Find(leg)?.Snapshot(), cancellationToken);

    public Task<CommandResult> DialAsync(DialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_host is not { IsKilled: true } && !cancellationToken.IsCancellationRequested)
        {
            _pbx.Run(() => _dialler.Announce(request.Leg));
        }

        return _link.SendAsync(new PbxCommand("Dial", request.Leg), () => _dialler.Dial(request), () => _dialler.Withdraw(request.Leg), cancellationToken);
    }

    public Task<CommandResult> RingAsync(LegId leg, CancellationToken cancellationToken) => OnLegAsync("Ring", leg, _pbx.Media.Ring, cancellationToken);

    public Task<CommandResult> AnswerAsync(LegId leg, CancellationToken cancellationToken) => OnLegAsync("Answer", leg, Answer, cancellationToken);

    public Task<CommandResult> HangUpAsync(LegId leg, LegEndCause cause, CancellationToken cancellationToken) =>
        SendAsync("HangUp", leg, () => HangUp(leg, cause), cancellationToken);

    public Task<CommandResult> PlayAsync(LegId leg, PlaybackId playback, Prompt prompt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return OnLegAsync("Play", leg, found => _pbx.Media.Play(found, playback, Name(prompt), (prompt as AudioPrompt)?.Duration), cancellationToken);

        static string Name(Prompt prompt) => prompt switch
        {
            RecordedPrompt recorded => recorded.Name,
            AudioPrompt audio => audio.Name,
            SpokenDigits digits => Media.NameOf(digits),
            _ => throw new TelephonyException(TelephonyError.Refused, $"A simulated PBX cannot play a {prompt.GetType().Name}."),
        };
    }

    public Task<CommandResult> StopPlaybackAsync(PlaybackId playback, CancellationToken cancellationToken) =>
        SendAsync("StopPlayback", null, () => _pbx.Media.Stop(playback), cancellationToken);

    public Task<CommandResult> StartMusicAsync(LegId leg, CancellationToken cancellationToken) => OnLegAsync("StartMusic", leg, _pbx.Media.StartMusic, cancellationToken);

    public Task<CommandResult> StopMusicAsync(LegId leg, CancellationToken cancellationToken) => OnLegAsync("StopMusic", leg, _pbx.Media.StopMusic, cancellationToken);

    public Task<CommandResult> JoinAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken) =>
        OnLegAsync("Join", leg, found => _pbx.Media.Join(bridge, found), cancellationToken);

    public Task<CommandResult> LeaveAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken) =>
        OnLegAsync("Leave", leg, found => _pbx.Media.Leave(bridge, found), cancellationToken);

    public Task<CommandResult> DestroyBridgeAsync(BridgeId bridge, CancellationToken cancellationToken) =>
        SendAsync("DestroyBridge", null, () => _pbx.Media.Destroy(bridge), cancellationToken);

    public Task<CommandResult> MuteAsync(LegId leg, CancellationToken cancellationToken) => OnLegAsync("Mute", leg, found => _pbx.Media.Mute(found, isMuted: true), cancellationToken);

    public Task<CommandResult> UnmuteAsync(LegId leg, CancellationToken cancellationToken) => OnLegAsync("Unmute", leg, found => _pbx.Media.Mute(found, isMuted: false), cancellationToken);

    public Task<CommandResult> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return OnLegAsync("SendDigits", leg, found => Media.Send(found, digits), cancellationToken);
    }

    public Task<CommandResult> StartRecordingAsync(RecordingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendAsync("StartRecording", request.Leg, () => _pbx.Recorder.Start(request), cancellationToken);
    }

    public Task<RecordingSnapshot?> FindRecordingAsync(RecordingId recording, CancellationToken cancellationToken) =>
        SendAsync("FindRecording", null, () => _pbx.Recorder.Find(recording), cancellationToken);

    public Task<CommandResult> PauseRecordingAsync(RecordingId recording, CancellationToken cancellationToken) =>
        SendAsync("PauseRecording", null, () => _pbx.Recorder.Pause(recording), cancellationToken);

    public Task<CommandResult> ResumeRecordingAsync(RecordingId recording, CancellationToken cancellationToken) =>
        SendAsync("ResumeRecording", null, () => _pbx.Recorder.Resume(recording), cancellationToken);

    public Task<CommandResult> StopRecordingAsync(RecordingId recording, CancellationToken cancellationToken) =>
        SendAsync("StopRecording", null, () => _pbx.Recorder.Stop(recording), cancellationToken);

    public Task<Stream?> FetchRecordingAsync(RecordingId recording, CancellationToken cancellationToken) =>
        SendAsync("FetchRecording", null, () => _pbx.Recorder.Fetch(recording), cancellationToken);

    public Task<CommandResult> DeleteRecordingAsync(RecordingId recording, CancellationToken cancellationToken) =>
        SendAsync("DeleteRecording", null, () => _pbx.Recorder.Delete(recording), cancellationToken);

    public Task<CommandResult> ListenInAsync(LegId ear, LegId target, bool whispers, CancellationToken cancellationToken) => OnLegAsync(
        "ListenIn", ear, found => _pbx.Find(target) is { IsInFallback: false } other ? _pbx.Media.ListenIn(found, other, whispers) : CommandResult.Gone, cancellationToken);

    public Task<CommandResult> StopListeningInAsync(LegId ear, CancellationToken cancellationToken) => OnLegAsync("StopListeningIn", ear, _pbx.Media.StopListeningIn, cancellationToken);

    public Task<CommandResult> ReportTransferAsync(LegId leg, PhoneTransferState state, CancellationToken cancellationToken) =>
        OnLegAsync("ReportTransfer", leg, found => _pbx.PhoneTransfers.Report(found, state), cancellationToken);

    public async IAsyncEnumerable<PbxCallRecord> ReadCallRecordsAsync(string? bookmark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in await SendAsync("ReadCallRecords", null, () => _pbx.CallRecords.Read(bookmark), cancellationToken))
        {
            yield return record;
        }
    }

    private PbxConnection? Open()
    {
        if (_host is { IsKilled: true } || !_pbx.IsRunning || _pbx.Events.IsNetworkCut)
        {
            return null;
        }

        switch (_pbx.Faults.ConnectError)
        {
            case TelephonyError.Unavailable:
                return null;
            case { } error:
                throw new TelephonyException(error, $"PBX {Name} refused the connection: {error}.");
        }

        // The events begin before the snapshot is read, as with a real PBX, so that none is missed and some come although the snapshot already has them.
        var connection = _pbx.Events.Open();
        _incoming.OfferWaiting();
        var latency = _pbx.Options.MaxCommandLatency * _pbx.Random.NextDouble();
        if (latency == TimeSpan.Zero)
        {
            _pbx.Events.SendSnapshot(connection, _pbx.Snapshot());
        }
        else
        {
            _pbx.Timers.After(latency, () => _pbx.Events.SendSnapshot(connection, _pbx.Snapshot()));
        }

        _host?.OnKill(() => _pbx.Run(() => _pbx.Events.Close(connection)));
        return connection;
    }

    private static async Task<bool> HasMoreAsync(PbxConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.Events.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(_pbx.Options.ReconnectDelay, _hostClock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The stream ends.
        }
    }

    private CommandResult Answer(Leg leg)
    {
        if (leg.Offer is not null && !leg.IsUp)
        {
            leg.HasRinging = false;
            _pbx.Answer(leg);
        }

        return CommandResult.Done;
    }

    private CommandResult HangUp(LegId id, LegEndCause cause)
    {
        if (_pbx.Find(id) is { } leg)
        {
            _pbx.End(leg, cause);
            return CommandResult.Done;
        }

        return _dialler.HangUpAnnounced(id, cause) ? CommandResult.Done : CommandResult.Gone;
    }

    private Task<CommandResult> OnLegAsync(string name, LegId leg, Func<Leg, CommandResult> command, CancellationToken cancellationToken) =>
        SendAsync(name, leg, () => _pbx.Find(leg) is { IsInFallback: false } found ? command(found) : CommandResult.Gone, cancellationToken);

    private Task<T> SendAsync<T>(string name, LegId? leg, Func<T> command, CancellationToken cancellationToken) =>
        _link.SendAsync(new PbxCommand(name, leg), command, null, cancellationToken);
}
