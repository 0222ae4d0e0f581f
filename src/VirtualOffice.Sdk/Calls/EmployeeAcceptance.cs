using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// What happens between an employee's answer and the call: where the plan asks for it, who answered hears who calls and presses 1 to have the call,
/// so that no voicemail swallows it.
/// </summary>
internal static class EmployeeAcceptance
{
    private const char Accept = '1';

    /// <summary>Somebody has answered a number of the plan.</summary>
    public static Task AnsweredAsync(CallSession call, CallTransfer transfer, ReachNumber number)
    {
        var isWarm = IsWarm(call, transfer, number);
        if (!number.MustAccept && !isWarm)
        {
            return TransferEnding.ConnectAsync(call, transfer);
        }

        var now = call.Now();
        var answered = new AttemptAnswered(now, transfer.Number, transfer.Attempts.Count);
        return number.MustAccept
            ? call.AppendAsync(answered)
            : call.AppendAsync(answered, new ConsultChanged(now, transfer.Number, ConsultWith.Employee));
    }

    /// <summary>Asks, and waits for the key.</summary>
    public static async Task AskAsync(CallSession call, CallTransfer transfer, TransferAttempt attempt, ReachNumber number)
    {
        var deadline = call.After(attempt.AnsweredAt!.Value, call.Options.AcceptTime);
        var prompts = new Queue<Prompt>(PromptsOf(call));
        PlaybackId? playing = null;
        while (!call.IsOver)
        {
            await TransferEnding.NoticeOperatorGoneAsync(call);
            if (!call.Legs.IsAlive(attempt.Leg) || deadline.IsDue(call.Clock))
            {
                await RefuseAsync(call, transfer, attempt, call.Legs.IsAlive(attempt.Leg) ? AttemptResult.VoicemailSuspected : AttemptResult.NotAccepted);
                return;
            }

            if (playing is null && prompts.TryDequeue(out var prompt))
            {
                playing = new PlaybackId(call.Pbx.Name, $"vo-{call.Services.Runtime.Ids.NewId():N}");
                await call.Pbx.PlayAsync(attempt.Leg, playing.Value, prompt, call.Stopping);
            }

            switch (await call.NextAsync(deadline))
            {
                case CallSignal.FromLeg { Event: DigitPressed pressed } when pressed.Leg == attempt.Leg:
                    await StopAsync(call, playing);
                    await (pressed.Digit == Accept ? AcceptedAsync(call, transfer, number) : RefuseAsync(call, transfer, attempt, AttemptResult.NotAccepted));
                    return;
                case CallSignal.FromLeg { Event: PlaybackFinished finished } when finished.Playback == playing:
                case CallSignal.PbxSeen:
                    // A prompt's end that fell into a gap of the connection is never reported.
                    playing = null;
                    break;
                case var other when await TransferEnding.IsTakenBackAsync(call, transfer, other):
                    return;
            }
        }
    }

    private static Task AcceptedAsync(CallSession call, CallTransfer transfer, ReachNumber number) => IsWarm(call, transfer, number)
        ? call.AppendAsync(new ConsultChanged(call.Now(), transfer.Number, ConsultWith.Employee))
        : TransferEnding.ConnectAsync(call, transfer);

    private static async Task RefuseAsync(CallSession call, CallTransfer transfer, TransferAttempt attempt, AttemptResult result)
    {
        await TransferEnding.HangUpAsync(call, attempt.Leg);
        if (!call.IsOver)
        {
            await TransferEnding.EndAttemptAsync(call, transfer, result);
        }
    }

    private static async Task StopAsync(CallSession call, PlaybackId? playing)
    {
        if (playing is { } playback)
        {
            await call.Pbx.StopPlaybackAsync(playback, call.Stopping);
        }
    }

    /// <summary>The operator speaks first only while there is one.</summary>
    private static bool IsWarm(CallSession call, CallTransfer transfer, ReachNumber number) =>
        (transfer.Kind ?? number.Transfer) == TransferKind.Warm && call.Record.OperatorLeg is not null;

    /// <summary>The company's name, the caller's number, and what to press.</summary>
    private static IEnumerable<Prompt> PromptsOf(CallSession call)
    {
        if (call.Company?.SpokenName is { } name)
        {
            yield return name;
        }

        if (call.Record.Caller.Number is { } caller)
        {
            yield return new SpokenDigits(caller.Digits);
        }

        yield return new RecordedPrompt(call.Options.AcceptPrompt);
    }
}
