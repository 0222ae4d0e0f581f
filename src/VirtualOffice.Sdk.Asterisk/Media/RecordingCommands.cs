using System.Globalization;
using System.Net;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Recordings. A conversation is recorded through a snoop channel, which hears both directions wherever the leg is moved and ends with it; a party is recorded on its own channel.
/// A recording is named by its id, and a file that exists is never written over.
/// </summary>
internal sealed class RecordingCommands(AriClient ari, RecordingTable recordings, RecordingReports reports, EventOutlet outlet, AsteriskOptions options, TimeProvider clock)
{
    public async Task<CommandResult> StartAsync(RecordingRequest request, CancellationToken cancellationToken)
    {
        if (!outlet.IsOpen)
        {
            throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{request.Leg.Pbx}' is not connected; a recording cannot be followed.");
        }

        var recording = new AsteriskRecording(request.Id, request.Leg, request.Source) { MeasuresSpeech = request.MaxSilence is not null };
        if (!recordings.TryStart(recording))
        {
            return CommandResult.Done;
        }

        try
        {
            return request.Source == RecordingSource.Conversation
                ? await RecordConversationAsync(recording, request.Beep, cancellationToken).ConfigureAwait(false)
                : await RecordAsync(recording, request.Leg.Value, SettingsOf(request), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // It can be asked for again; a recorder's ear that nobody uses ends with the leg.
            recordings.TryEnd(request.Id.Value, out _);
            throw;
        }
    }

    public async Task<RecordingSnapshot?> FindAsync(RecordingId recording, CancellationToken cancellationToken)
    {
        // One that is followed since it began ends with an event: there is nothing to ask.
        if (recordings.Find(recording.Value) is { IsRunning: true, IsAdopted: false } && outlet.IsOpen)
        {
            return new RecordingSnapshot(recording, IsLive: true);
        }

        if (await ari.IsRecordingAsync(recording, cancellationToken).ConfigureAwait(false))
        {
            return new RecordingSnapshot(recording, IsLive: true);
        }

        // Asked for second: a recording that ends in between is stored by then.
        return await ari.IsStoredAsync(recording, cancellationToken).ConfigureAwait(false) ? new RecordingSnapshot(recording, IsLive: false) : null;
    }

    public async Task<CommandResult> StopAsync(RecordingId recording, CancellationToken cancellationToken) =>
        ari.Result("stop recording", await ari.StopRecordingAsync(recording, cancellationToken).ConfigureAwait(false));

    public async Task<CommandResult> PauseAsync(RecordingId recording, CancellationToken cancellationToken) =>
        ari.Result("pause recording", await ari.PauseRecordingAsync(recording, cancellationToken).ConfigureAwait(false));

    public async Task<CommandResult> ResumeAsync(RecordingId recording, CancellationToken cancellationToken) =>
        ari.Result("resume recording", await ari.ResumeRecordingAsync(recording, cancellationToken).ConfigureAwait(false));

    public Task<Stream?> FetchAsync(RecordingId recording, CancellationToken cancellationToken) => ari.OpenRecordingAsync(recording, cancellationToken);

    public async Task<CommandResult> DeleteAsync(RecordingId recording, CancellationToken cancellationToken) =>
        ari.Result("delete recording", await ari.DeleteRecordingAsync(recording, cancellationToken).ConfigureAwait(false));

    private async Task<CommandResult> RecordConversationAsync(AsteriskRecording recording, bool beep, CancellationToken cancellationToken)
    {
        var ear = RecordingTable.SnoopOf(recording.Id);
        var heard = await ari.SnoopAsync(recording.Leg.Value, ear, StasisArguments.For(recording.Id, recording.Leg.Value), cancellationToken).ConfigureAwait(false);
        if (heard.IsGone)
        {
            recordings.TryEnd(recording.Id.Value, out _);
            return CommandResult.Gone;
        }

        if (!heard.IsSuccess)
        {
            // Asterisk answers 500 to an id that is taken: then an earlier host has an ear there already.
            if (!await ari.HasChannelAsync(ear, cancellationToken).ConfigureAwait(false))
            {
                throw ari.Http.Refused("snoop", heard);
            }

            recording.Listen();
        }

        try
        {
            await recording.Listening.WaitAsync(options.CommandTimeout, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{recording.Leg.Pbx}' did not let leg {recording.Leg} be listened to in time.", e);
        }

        var result = await RecordAsync(recording, ear, beep ? "&beep=true" : "", cancellationToken).ConfigureAwait(false);
        if (result == CommandResult.Gone && await ari.HasChannelAsync(recording.Leg.Value, cancellationToken).ConfigureAwait(false))
        {
            // Not the leg but its ear is gone: an earlier host's, on its way out when it was found.
            throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{recording.Leg.Pbx}' let leg {recording.Leg} not be listened to; it can be tried again.");
        }

        return result;
    }

    private async Task<CommandResult> RecordAsync(AsteriskRecording recording, string channel, string settings, CancellationToken cancellationToken)
    {
        var answer = await ari.RecordAsync(channel, recording.Id, settings, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            recording.IsRunning = true;
            return CommandResult.Done;
        }

        if (answer.Status == HttpStatusCode.Conflict && await ari.IsRecordingAsync(recording.Id, cancellationToken).ConfigureAwait(false))
        {
            recording.IsRunning = true;
            return CommandResult.Done;
        }

        // Either it was made before, and the file stays as it is, or the leg is gone.
        reports.Abandon(recording);
        if (answer.Status == HttpStatusCode.Conflict && answer.Message?.Contains("already exists", StringComparison.Ordinal) == true)
        {
            return CommandResult.Done;
        }

        return ari.Result("record", answer);
    }

    private static string SettingsOf(RecordingRequest request) =>
        (request.Beep ? "&beep=true" : "")
        + (request.MaxDuration is { } longest ? $"&maxDurationSeconds={Seconds(longest)}" : "")
        + (request.MaxSilence is { } silence ? $"&maxSilenceSeconds={Seconds(silence)}" : "")
        + "&terminateOn=%23";

    private static string Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
