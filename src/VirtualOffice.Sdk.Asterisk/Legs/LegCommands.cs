using System.Net;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Looks legs up, answers them, hangs them up.</summary>
internal sealed class LegCommands(AriClient ari, LegTable legs, SnapshotReader snapshots)
{
    public async Task<LegSnapshot?> FindAsync(LegId leg, CancellationToken cancellationToken) =>
        await ari.GetChannelAsync(leg.Value, cancellationToken).ConfigureAwait(false) is { } channel ? snapshots.Describe(channel) : null;

    public async Task<CommandResult> AnswerAsync(LegId leg, CancellationToken cancellationToken) =>
        ari.Result("answer", await ari.AnswerAsync(leg.Value, cancellationToken).ConfigureAwait(false));

    public async Task<CommandResult> MuteAsync(LegId leg, CancellationToken cancellationToken) =>
        ari.Result("mute", await ari.MuteAsync(leg.Value, cancellationToken).ConfigureAwait(false));

    public async Task<CommandResult> UnmuteAsync(LegId leg, CancellationToken cancellationToken) =>
        ari.Result("unmute", await ari.UnmuteAsync(leg.Value, cancellationToken).ConfigureAwait(false));

    public async Task<CommandResult> SendDigitsAsync(LegId leg, string digits, CancellationToken cancellationToken) =>
        ari.Result("send digits", await ari.SendDigitsAsync(leg.Value, digits, cancellationToken).ConfigureAwait(false));

    public async Task<CommandResult> ReportTransferAsync(LegId leg, PhoneTransferState state, CancellationToken cancellationToken)
    {
        if (legs.Find(leg.Value) is not { } known)
        {
            return CommandResult.Gone;
        }

        lock (known.Gate)
        {
            // Asterisk says yes to any report.
            if (known.AwaitsTransfer == false)
            {
                return CommandResult.Gone;
            }

            known.AwaitsTransfer = state == PhoneTransferState.Trying;
        }

        var answer = await ari.ReportTransferAsync(leg.Value, state switch
        {
            PhoneTransferState.Trying => "channel_progress",
            PhoneTransferState.Answered => "channel_answered",
            PhoneTransferState.Unavailable => "channel_unavailable",
            _ => "channel_declined",
        }, cancellationToken).ConfigureAwait(false);

        // 400: the phone waits for nothing.
        return answer.Status == HttpStatusCode.BadRequest ? CommandResult.Gone : ari.Result("report transfer", answer);
    }

    public async Task<CommandResult> HangUpAsync(LegId leg, LegEndCause cause, CancellationToken cancellationToken)
    {
        var isBeingMade = false;
        if (legs.Find(leg.Value) is { } known)
        {
            lock (known.Gate)
            {
                if (known.HasEnded)
                {
                    return CommandResult.Gone;
                }

                known.Wish ??= cause;
                isBeingMade = known.IsBeingDialled;
            }
        }

        var answer = await ari.HangUpAsync(leg.Value, LegEndCauses.ToQ850(cause), cancellationToken).ConfigureAwait(false);

        // What does not exist yet is hung up as soon as it does: the wish is kept.
        return answer.IsGone && isBeingMade ? CommandResult.Done : ari.Result("hang up", answer);
    }
}
