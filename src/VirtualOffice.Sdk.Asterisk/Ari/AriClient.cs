using System.Globalization;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The operations of ARI that are used, one method each. Ids go into addresses only escaped.</summary>
internal sealed class AriClient(AriHttp http, string application)
{
    public AriHttp Http { get; } = http;

    public string Application { get; } = application;

    public Task<AriInfo?> GetInfoAsync(CancellationToken ct) => Http.GetAsync("info", "asterisk/info", AriJson.Default.AriInfo, ct);

    public Task<AriAnswer> SetEventFilterAsync(CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Put, "event filter", $"applications/{Application}/eventFilter", AriEventFilter.Wanted, AriJson.Default.AriEventFilter, ct);

    /// <summary>Has an event sent to the application that means nothing.</summary>
    public Task<AriAnswer> SendUserEventAsync(CancellationToken ct) => Http.RepeatAsync(HttpMethod.Post, "user event", $"events/user/voffice-hears?application={Application}", ct);

    public Task<AriApplication?> GetApplicationAsync(CancellationToken ct) =>
        Http.GetAsync("application", $"applications/{Application}", AriJson.Default.AriApplication, ct);

    public Task<AriChannel?> GetChannelAsync(string channel, CancellationToken ct) =>
        Http.GetAsync("channel", $"channels/{Escape(channel)}", AriJson.Default.AriChannel, ct);

    /// <summary>All channels of the PBX, those that are not the office's included.</summary>
    public Task<IReadOnlyList<AriChannel>?> GetChannelsAsync(CancellationToken ct) =>
        Http.GetAsync("channels", "channels", AriJson.Default.IReadOnlyListAriChannel, ct);

    public Task<bool> HasChannelAsync(string channel, CancellationToken ct) => Http.ExistsAsync("channel", $"channels/{Escape(channel)}", ct);

    /// <summary>All bridges of the PBX: an application knows only those with somebody in them.</summary>
    public Task<IReadOnlyList<AriBridge>?> GetBridgesAsync(CancellationToken ct) => Http.GetAsync("bridges", "bridges", AriJson.Default.IReadOnlyListAriBridge, ct);

    public Task<AriBridge?> GetBridgeAsync(string bridge, CancellationToken ct) =>
        Http.GetAsync("bridge", $"bridges/{Escape(bridge)}", AriJson.Default.AriBridge, ct);

    public Task<AriAnswer> CreateChannelAsync(string channel, string endpoint, string arguments, AriVariables variables, CancellationToken ct) => Http.OnceAsync(
        HttpMethod.Post,
        "create",
        $"channels/create?endpoint={Escape(endpoint)}&app={Application}&channelId={Escape(channel)}&appArgs={Escape(arguments)}",
        variables,
        AriJson.Default.AriVariables,
        ct);

    public Task<AriAnswer> DialAsync(string channel, int seconds, CancellationToken ct) =>
        Http.OnceAsync(HttpMethod.Post, "dial", $"channels/{Escape(channel)}/dial?timeout={Text(seconds)}", ct);

    public Task<AriAnswer> AnswerAsync(string channel, CancellationToken ct) => Http.RepeatAsync(HttpMethod.Post, "answer", $"channels/{Escape(channel)}/answer", ct);

    public Task<AriAnswer> HangUpAsync(string channel, int cause, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Delete, "hang up", $"channels/{Escape(channel)}?reason_code={Text(cause)}", ct);

    public Task<AriAnswer> RingAsync(string channel, CancellationToken ct) => Http.RepeatAsync(HttpMethod.Post, "ring", $"channels/{Escape(channel)}/ring", ct);

    public Task<AriAnswer> StopRingAsync(string channel, CancellationToken ct) => Http.RepeatAsync(HttpMethod.Delete, "stop ring", $"channels/{Escape(channel)}/ring", ct);

    public Task<AriAnswer> StartMusicAsync(string channel, string musicClass, CancellationToken ct) => Http.RepeatAsync(
        HttpMethod.Post,
        "music",
        musicClass.Length == 0 ? $"channels/{Escape(channel)}/moh" : $"channels/{Escape(channel)}/moh?mohClass={Escape(musicClass)}",
        ct);

    public Task<AriAnswer> StopMusicAsync(string channel, CancellationToken ct) => Http.RepeatAsync(HttpMethod.Delete, "stop music", $"channels/{Escape(channel)}/moh", ct);

    public Task<AriAnswer> MuteAsync(string channel, CancellationToken ct) => Http.RepeatAsync(HttpMethod.Post, "mute", $"channels/{Escape(channel)}/mute?direction=in", ct);

    public Task<AriAnswer> UnmuteAsync(string channel, CancellationToken ct) => Http.RepeatAsync(HttpMethod.Delete, "unmute", $"channels/{Escape(channel)}/mute?direction=in", ct);

    public Task<AriAnswer> SendDigitsAsync(string channel, string digits, CancellationToken ct) =>
        Http.OnceAsync(HttpMethod.Post, "send digits", $"channels/{Escape(channel)}/dtmf?dtmf={Escape(digits)}", ct);

    public Task<AriAnswer> ReportTransferAsync(string channel, string states, CancellationToken ct) =>
        Http.OnceAsync(HttpMethod.Post, "report transfer", $"channels/{Escape(channel)}/transfer_progress?states={states}", ct);

    public Task<AriAnswer> PlayAsync(string channel, string playback, string media, CancellationToken ct) =>
        Http.OnceAsync(HttpMethod.Post, "play", $"channels/{Escape(channel)}/play/{Escape(playback)}?media={Escape(media)}", ct);

    public Task<AriAnswer> StopPlaybackAsync(string playback, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Delete, "stop playback", $"playbacks/{Escape(playback)}", ct);

    public Task<bool> IsPlayingAsync(string playback, CancellationToken ct) => Http.ExistsAsync("playback", $"playbacks/{Escape(playback)}", ct);

    public Task<AriAnswer> CreateBridgeAsync(string bridge, CancellationToken ct) => Http.RepeatAsync(HttpMethod.Post, "create bridge", $"bridges/{Escape(bridge)}?type=mixing&name={Application}", ct);

    public Task<AriAnswer> AddToBridgeAsync(string bridge, string channel, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Post, "add to bridge", $"bridges/{Escape(bridge)}/addChannel?channel={Escape(channel)}", ct);

    public Task<AriAnswer> RemoveFromBridgeAsync(string bridge, string channel, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Post, "remove from bridge", $"bridges/{Escape(bridge)}/removeChannel?channel={Escape(channel)}", ct);

    public Task<AriAnswer> DestroyBridgeAsync(string bridge, CancellationToken ct) => Http.RepeatAsync(HttpMethod.Delete, "destroy bridge", $"bridges/{Escape(bridge)}", ct);

    public Task<AriAnswer> SnoopAsync(string channel, string snoop, string arguments, CancellationToken ct) => Http.OnceAsync(
        HttpMethod.Post,
        "snoop",
        $"channels/{Escape(channel)}/snoop/{Escape(snoop)}?spy=both&app={Application}&appArgs={Escape(arguments)}",
        ct);

    /// <summary>Hears both directions of a channel; where it whispers, what is said goes to that channel's own party.</summary>
    public Task<AriAnswer> ListenAsync(string channel, string snoop, bool whispers, string arguments, CancellationToken ct) => Http.OnceAsync(
        HttpMethod.Post,
        "listen",
        $"channels/{Escape(channel)}/snoop/{Escape(snoop)}?spy=both&whisper={(whispers ? "out" : "none")}&app={Application}&appArgs={Escape(arguments)}",
        ct);

    /// <summary>Not named after the application: it is no bridge of the office's calls.</summary>
    public Task<AriAnswer> CreateListeningBridgeAsync(string bridge, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Post, "create bridge", $"bridges/{Escape(bridge)}?type=mixing&name=listening", ct);

    public Task<AriAnswer> RecordAsync(string channel, RecordingId recording, string settings, CancellationToken ct) =>
        Http.OnceAsync(HttpMethod.Post, "record", $"channels/{Escape(channel)}/record?name={recording}&format=wav&ifExists=fail{settings}", ct);

    public Task<bool> IsRecordingAsync(RecordingId recording, CancellationToken ct) => Http.ExistsAsync("recording", $"recordings/live/{recording}", ct);

    public Task<IReadOnlyList<AriStoredRecording>?> GetStoredRecordingsAsync(CancellationToken ct) =>
        Http.GetAsync("stored recordings", "recordings/stored", AriJson.Default.IReadOnlyListAriStoredRecording, ct);

    public Task<bool> IsStoredAsync(RecordingId recording, CancellationToken ct) => Http.ExistsAsync("stored recording", $"recordings/stored/{NameOf(recording)}", ct);

    public Task<AriAnswer> StopRecordingAsync(RecordingId recording, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Post, "stop recording", $"recordings/live/{recording}/stop", ct);

    public Task<AriAnswer> PauseRecordingAsync(RecordingId recording, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Post, "pause recording", $"recordings/live/{recording}/pause", ct);

    public Task<AriAnswer> ResumeRecordingAsync(RecordingId recording, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Delete, "resume recording", $"recordings/live/{recording}/pause", ct);

    public Task<Stream?> OpenRecordingAsync(RecordingId recording, CancellationToken ct) => Http.OpenAsync("fetch recording", $"recordings/stored/{NameOf(recording)}/file", ct);

    public Task<AriAnswer> DeleteRecordingAsync(RecordingId recording, CancellationToken ct) =>
        Http.RepeatAsync(HttpMethod.Delete, "delete recording", $"recordings/stored/{NameOf(recording)}", ct);

    /// <summary>What an answer means for a command to a leg, playback or recording: carried out, or too late.</summary>
    /// <exception cref="TelephonyException">It was refused for another reason.</exception>
    public CommandResult Result(string command, AriAnswer answer) =>
        answer.IsSuccess ? CommandResult.Done : answer.IsGone ? CommandResult.Gone : throw Http.Refused(command, answer);

    /// <summary>A recording is named by its id, but for what the fallback in the dialplan recorded.</summary>
    private static string NameOf(RecordingId recording) => FallbackMessage.NameOf(recording) is { } name ? Escape(name) : recording.Value;

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
