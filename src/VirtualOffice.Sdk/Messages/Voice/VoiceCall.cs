using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Messages.Voice;

/// <summary>One call to somebody who is told a message: rings, speaks, and waits for the key.</summary>
internal sealed class VoiceCall(ITelephonyProvider pbx, RecipientLeg leg, IReadOnlyList<Prompt> prompts, VoiceChannelOptions options, TimeSpan longest, OfficeRuntime runtime)
{
    private const char Accept = '1';
    private const char Decline = '2';
    private const string SeenTo = "broken off: the message has been acknowledged or corrected";

    // For a prompt whose end was lost with the connection, and for the ring time that the PBX keeps itself.
    private static readonly TimeSpan PromptSlack = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RingSlack = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan HangUpPause = TimeSpan.FromSeconds(1);
    private const int HangUpTries = 5;

    private readonly Deadline _end = Deadline.After(longest, runtime.Clock);
    private bool _hasEnded;

    /// <summary>Makes the call.</summary>
    /// <param name="request">Whom to dial.</param>
    /// <param name="acknowledged">Cancelled when somebody else sees to the message: a phone that rings then rings no more.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<DeliveryAttempt> RunAsync(DialRequest request, CancellationToken acknowledged, CancellationToken cancellationToken)
    {
        if (acknowledged.IsCancellationRequested)
        {
            _hasEnded = true;
            return DeliveryAttempt.NotReached(SeenTo);
        }

        try
        {
            await pbx.DialAsync(request, cancellationToken);
            leg.IsDialled = true;
            return await RingUnlessAsync(acknowledged, cancellationToken) ?? await SpeakAsync(cancellationToken);
        }
        finally
        {
            if (!_hasEnded)
            {
                await HangUpAsync();
            }
        }
    }

    private async Task<DeliveryAttempt?> RingUnlessAsync(CancellationToken acknowledged, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(acknowledged, cancellationToken);
        try
        {
            return await RingAsync(either.Token);
        }
        catch (OperationCanceledException) when (acknowledged.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return DeliveryAttempt.NotReached(SeenTo);
        }
    }

    /// <summary>Waits for the answer; null when somebody has answered.</summary>
    private async Task<DeliveryAttempt?> RingAsync(CancellationToken cancellationToken)
    {
        var deadline = Deadline.Earliest(Deadline.After(options.RingTime + RingSlack, runtime.Clock), _end);
        while (!deadline.IsDue(runtime.Clock))
        {
            switch (await leg.NextAsync(deadline.Remaining(runtime.Clock), cancellationToken))
            {
                case LegAnswered:
                    return null;
                case LegEnded ended:
                    _hasEnded = true;
                    return ResultOf(ended.Cause);
            }
        }

        return DeliveryAttempt.NotReached("no answer");
    }

    private async Task<DeliveryAttempt> SpeakAsync(CancellationToken cancellationToken)
    {
        for (var time = 0; time < options.Repeats && !_end.IsDue(runtime.Clock); time++)
        {
            foreach (var prompt in prompts)
            {
                var playback = new PlaybackId(pbx.Name, $"vo-{runtime.Ids.NewId():N}");
                if (await pbx.PlayAsync(leg.Id, playback, prompt, cancellationToken) == CommandResult.Gone)
                {
                    _hasEnded = true;
                    return DeliveryAttempt.NotReached("hung up without accepting");
                }

                var within = (prompt is AudioPrompt { Duration: var length } ? length : PromptSlack) + PromptSlack;
                if (await ListenAsync(within, playback, cancellationToken) is { } result)
                {
                    await (_hasEnded ? Task.CompletedTask : pbx.StopPlaybackAsync(playback, cancellationToken));
                    return result;
                }
            }

            if (await ListenAsync(options.KeyTime, null, cancellationToken) is { } pressed)
            {
                return pressed;
            }
        }

        return DeliveryAttempt.NotReached("answered, but not accepted: a voicemail perhaps");
    }

    /// <summary>Waits for a key, for the end of what is played, or for the time to be over; null when nothing was decided.</summary>
    private async Task<DeliveryAttempt?> ListenAsync(TimeSpan within, PlaybackId? playback, CancellationToken cancellationToken)
    {
        var deadline = Deadline.Earliest(Deadline.After(within, runtime.Clock), _end);
        while (!deadline.IsDue(runtime.Clock))
        {
            switch (await leg.NextAsync(deadline.Remaining(runtime.Clock), cancellationToken))
            {
                case LegEnded:
                    _hasEnded = true;
                    return DeliveryAttempt.NotReached("hung up without accepting");
                case DigitPressed { Digit: Accept }:
                    return DeliveryAttempt.Accepted("accepted with 1");
                case DigitPressed { Digit: Decline }:
                    return DeliveryAttempt.NotReached("declined with 2");
                case PlaybackFinished finished when finished.Playback == playback:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Also when the host stops: nobody would speak to them any more. What is not obeyed is ended by the next reconciliation.</summary>
    private async Task HangUpAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await pbx.HangUpAsync(leg.Id, LegEndCause.Normal, CancellationToken.None);
                return;
            }
            catch (TelephonyException e) when (e.Error == TelephonyError.Unavailable && tries < HangUpTries)
            {
                await Task.Delay(HangUpPause, runtime.Clock);
            }
            catch (TelephonyException)
            {
                // Nobody attends to the leg any longer.
                return;
            }
        }
    }

    private static DeliveryAttempt ResultOf(LegEndCause cause) => cause switch
    {
        LegEndCause.Busy => DeliveryAttempt.NotReached("busy"),
        LegEndCause.Rejected => DeliveryAttempt.NotReached("declined"),
        LegEndCause.Unreachable => DeliveryAttempt.NotReached("the number cannot be reached"),
        LegEndCause.Failed => DeliveryAttempt.RetryLater("the network or the PBX failed"),
        _ => DeliveryAttempt.NotReached("no answer"),
    };
}
