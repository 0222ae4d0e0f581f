using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Asterisk as the office's PBX: puts the parts together and passes each command to the part that knows it.</summary>
internal sealed class AsteriskTelephonyProvider : ITelephonyProvider, IPbxCallRecords, IPhoneTransfers, IListeningIn, IDisposable
{
    private readonly AriHttp _http;
    private readonly BackgroundCommands _background;
    private readonly AsteriskConnector _connector;
    private readonly LegCommands _legs;
    private readonly LegDialer _dialer;
    private readonly MediaCommands _media;
    private readonly BridgeCommands _bridges;
    private readonly RecordingCommands _recordings;
    private readonly SnapshotReader _snapshots;
    private readonly ListeningCommands _listening;
    private readonly CallRecordReader _callRecords;

    public AsteriskTelephonyProvider(string name, AsteriskOptions options, OfficeRuntime runtime, AsteriskInstruments instruments, ILoggerFactory loggers)
    {
        Name = name;
        var logger = loggers.CreateLogger<AsteriskTelephonyProvider>();
        var (outlet, legs, playbacks, recordings) = (new EventOutlet(), new LegTable(name, runtime.Clock), new PlaybackTable(), new RecordingTable());
        _http = new AriHttp(name, options, runtime, instruments);
        _background = new BackgroundCommands(name, logger);
        var ari = new AriClient(_http, options.Application);
        var strings = new DialStrings(options);
        var reports = new LegReports(legs, playbacks, outlet);
        var listening = _listening = new ListeningCommands(ari, legs, _background, options, runtime);
        reports.OnEnded = listening.LegEnded;
        var recordingReports = new RecordingReports(recordings, ari, outlet, _background, runtime.Clock);
        var endings = new LegEndings(ari, reports, recordingReports, _background, options.CommandTimeout, runtime.Clock);
        var snapshots = _snapshots = new SnapshotReader(name, ari, legs, playbacks, recordings, strings, listening);
        _media = new MediaCommands(ari, legs, reports, playbacks, new AudioFiles(options.AudioFolder, runtime.Clock, logger), options.MusicClass);
        _bridges = new BridgeCommands(ari, legs, _media);
        _recordings = new RecordingCommands(ari, recordings, recordingReports, outlet, options, runtime.Clock);
        var callRecords = string.IsNullOrEmpty(options.CallRecordsFile) ? null : new CallRecordFile(name, options.CallRecordsFile, instruments, logger);
        _callRecords = new CallRecordReader(name, callRecords, ari, logger);
        _legs = new LegCommands(ari, legs, snapshots);
        _dialer = new LegDialer(ari, legs, reports, endings, outlet, strings, options, runtime.Clock, logger);
        var translator = new EventTranslator(options.Application, legs, reports, recordingReports, endings, strings, listening, outlet, logger);
        var address = new AriAddress(options);
        _connector = new AsteriskConnector(
            name,
            options,
            runtime,
            ari,
            () => new AsteriskConnection(
                name,
                new AriSocket(name, address, options, runtime.Clock),
                new EventHearing(name, ari, options, runtime.Clock),
                translator,
                outlet,
                options.MaxPendingEvents,
                instruments,
                logger),
            snapshots,
            new GapReconciler(ari, legs, recordings, reports, recordingReports, _background),
            instruments,
            logger);
    }

    public string Name { get; }

    public IAsyncEnumerable<TelephonyEvent> ConnectAsync(CancellationToken cancellationToken) => _connector.ReadAsync(cancellationToken);

    public Task<PbxSnapshot> SnapshotAsync(CancellationToken cancellationToken) => _snapshots.PeekAsync(cancellationToken);

    public Task<LegSnapshot?> FindLegAsync(LegId leg, CancellationToken cancellationToken) => _legs.FindAsync(Own(leg), cancellationToken);

    public Task<CommandResult> DialAsync(DialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Own(request.Leg);
        return _dialer.DialAsync(request, cancellationToken);
    }

    public Task<CommandResult> RingAsync(LegId leg, CancellationToken cancellationToken) => _media.RingAsync(Own(leg), cancellationToken);

    public Task<CommandResult> AnswerAsync(LegId leg, CancellationToken cancellationToken) => _legs.AnswerAsync(Own(leg), cancellationToken);

    public Task<CommandResult> HangUpAsync(LegId leg, LegEndCause cause, CancellationToken cancellationToken) => _legs.HangUpAsync(Own(leg), cause, cancellationToken);

    public Task<CommandResult> PlayAsync(LegId leg, PlaybackId playback, Prompt prompt, CancellationToken cancellationToken) =>
        _media.PlayAsync(Own(leg), playback, prompt, cancellationToken);

    public Task<CommandResult> StopPlaybackAsync(PlaybackId playback, CancellationToken cancellationToken) => _media.StopPlaybackAsync(playback, cancellationToken);

    public Task<CommandResult> StartMusicAsync(LegId leg, CancellationToken cancellationToken) => _media.StartMusicAsync(Own(leg), cancellationToken);

    public Task<CommandResult> StopMusicAsync(LegId leg, CancellationToken cancellationToken) => _media.StopMusicAsync(Own(leg), cancellationToken);

    public Task<CommandResult> JoinAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken) => _bridges.JoinAsync(bridge, Own(leg), cancellationToken);

    public Task<CommandResult> LeaveAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken) => _bridges.LeaveAsync(bridge, Own(leg), cancellationToken);

    public Task<CommandResult> DestroyBridgeAsync(BridgeId bridge, CancellationToken cancellationToken) => _bridges.DestroyAsync(bridge, cancellationToken);

    public Task<CommandResult> MuteAsync(LegId leg, CancellationToken cancellationToken) => _legs.MuteAsync(Own(leg), cancellationToken);

    public Task<CommandResult> UnmuteAsync(LegId leg, CancellationToken cancellationToken) => _legs.UnmuteAsync(Own(leg), cancellationToken);

    public Task<CommandResult> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellationToken) => _legs.SendDigitsAsync(Own(leg), digits, cancellationToken);

    public Task<CommandResult> StartRecordingAsync(RecordingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Own(request.Leg);
        return _recordings.StartAsync(request, cancellationToken);
    }

    public Task<RecordingSnapshot?> FindRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => _recordings.FindAsync(recording, cancellationToken);

    public Task<CommandResult> PauseRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => _recordings.PauseAsync(recording, cancellationToken);

    public Task<CommandResult> ResumeRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => _recordings.ResumeAsync(recording, cancellationToken);

    public Task<CommandResult> StopRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => _recordings.StopAsync(recording, cancellationToken);

    public Task<Stream?> FetchRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => _recordings.FetchAsync(recording, cancellationToken);

    public Task<CommandResult> DeleteRecordingAsync(RecordingId recording, CancellationToken cancellationToken) => _recordings.DeleteAsync(recording, cancellationToken);

    public Task<CommandResult> ListenInAsync(LegId ear, LegId target, bool whispers, CancellationToken cancellationToken) => _listening.ListenAsync(Own(ear), Own(target), whispers, cancellationToken);

    public Task<CommandResult> StopListeningInAsync(LegId ear, CancellationToken cancellationToken) => _listening.StopAsync(Own(ear), cancellationToken);

    public Task<CommandResult> ReportTransferAsync(LegId leg, PhoneTransferState state, CancellationToken cancellationToken) => _legs.ReportTransferAsync(Own(leg), state, cancellationToken);

    public IAsyncEnumerable<PbxCallRecord> ReadCallRecordsAsync(string? bookmark, CancellationToken cancellationToken) => _callRecords.ReadAsync(bookmark, cancellationToken);

    public void Dispose()
    {
        _background.Dispose();
        _http.Dispose();
    }

    private LegId Own(LegId leg) => leg.Pbx == Name ? leg : throw new ArgumentException($"Leg {leg} is not of the PBX '{Name}'.", nameof(leg));
}
