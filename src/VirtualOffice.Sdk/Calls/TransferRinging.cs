using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The numbers of one step ring, all at once where there are several. Where the plan asks for it, who answers hears who calls and presses 1 to have the call,
/// so that no voicemail swallows it. Who is first to take the call has it; the others are let go, those still being created among them.
/// </summary>
internal sealed class TransferRinging
{
    private const char Accept = '1';
    private const int MaxRounds = 3;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(3);

    private readonly CallSession _call;
    private readonly CallTransfer _transfer;
    private readonly IReadOnlyList<RingingNumber> _numbers;
    private readonly TransferProgress _progress;

    private TransferRinging(CallSession call, CallTransfer transfer, IReadOnlyList<IReadOnlyList<PlannedNumber>> steps)
    {
        (_call, _transfer, _progress) = (call, transfer, new TransferProgress(call, transfer));
        _numbers = [.. TransferEnding.OpenAttempts(transfer).Select(a => Ringing(a.Attempt, transfer.Attempts[a.Attempt - 1], steps))];
    }

    private enum Progress
    {
        None,
        Changed,
        Decided,
    }

    /// <summary>Returns when every number of the step has its result, the transfer is decided, or the call is over.</summary>
    public static async Task RunAsync(CallSession call, CallTransfer transfer, IReadOnlyList<IReadOnlyList<PlannedNumber>> steps)
    {
        var ringing = new TransferRinging(call, transfer, steps);
        await ringing.RunAsync();
        await ringing._progress.StopAsync();
    }

    private RingingNumber Ringing(int attempt, TransferAttempt started, IReadOnlyList<IReadOnlyList<PlannedNumber>> steps)
    {
        var number = steps.ElementAtOrDefault(started.Step - 1)?.FirstOrDefault(p => p.Number.Number == started.Number)?.Number ?? new ReachNumber(started.Number);
        var ringing = new RingingNumber(attempt, started, number);
        ringing.RingTime = RingTimeOf(ringing);
        if (started.AnsweredAt is { } answered)
        {
            Ask(ringing, answered);
        }

        return ringing;
    }

    private TimeSpan LengthOf(RingingNumber number) => number.Number.RingTime ?? _call.Options.TransferRingTime;

    private Deadline RingTimeOf(RingingNumber number) => _call.Lines.RingingEnds(number.Leg, number.StartedAt, LengthOf(number));

    private async Task RunAsync()
    {
        while (!_call.IsOver)
        {
            await TransferEnding.NoticeOperatorGoneAsync(_call);
            if (PhoneRequests.HasGivenUp(_call, _transfer))
            {
                await TransferEnding.TakeBackAsync(_call, _transfer);
                return;
            }

            if (await AdvanceAllAsync() || _numbers.All(n => n.IsOver))
            {
                return;
            }

            await _progress.AdvanceAsync();
            var signal = await _call.Signals.NextAsync(NextDeadline());
            if (await HandleAsync(signal))
            {
                return;
            }
        }
    }

    /// <summary>Moves every number on as far as it goes; true when the transfer is decided.</summary>
    private async Task<bool> AdvanceAllAsync()
    {
        bool hasChanged;
        do
        {
            hasChanged = false;
            foreach (var number in _numbers.Where(n => !n.IsOver))
            {
                switch (await AdvanceAsync(number))
                {
                    case Progress.Decided:
                        return true;
                    case Progress.Changed:
                        hasChanged = true;
                        break;
                }
            }
        }
        while (hasChanged);
        return false;
    }

    private async Task<Progress> AdvanceAsync(RingingNumber number)
    {
        if (!_call.Legs.IsAlive(number.Leg))
        {
            await EndAsync(number, number.EndsAs ?? (number.AcceptTime is not null ? AttemptResult.NotAccepted : ResultOf(_call.Legs.EndOf(number.Leg))));
            return Progress.Changed;
        }

        if (number.EndsAs is not null)
        {
            return await AwaitEndAsync(number);
        }

        if (number.AcceptTime is { } acceptTime)
        {
            return acceptTime.IsDue(_call.Clock) ? await HangUpAsync(number, AttemptResult.VoicemailSuspected) : await PlayNextAsync(number);
        }

        if (_call.Legs.IsUp(number.Leg))
        {
            return await AnsweredAsync(number);
        }

        if (!_call.Legs.IsDialled(number.Leg))
        {
            await _call.Lines.DialAsync(number.Leg, LegRole.Employee, new NumberTarget(number.Dialled), LengthOf(number), Shown());
            number.RingTime = RingTimeOf(number);
            return Progress.Changed;
        }

        return number.RingTime.IsDue(_call.Clock) && !_call.Signals.HasUnread ? await HangUpAsync(number, AttemptResult.NoAnswer) : Progress.None;
    }

    private async Task<Progress> AnsweredAsync(RingingNumber number)
    {
        if (!number.Number.MustAccept)
        {
            await TakeAsync(number);
            return Progress.Decided;
        }

        var now = _call.Now();
        await _call.AppendAsync(new AttemptAnswered(now, _transfer.Number, number.Attempt));
        Ask(number, now);
        return Progress.Changed;
    }

    private void Ask(RingingNumber number, DateTimeOffset answered)
    {
        number.AcceptTime = _call.After(answered, _call.Options.AcceptTime);
        foreach (var prompt in PromptsOf(_call))
        {
            number.Prompts.Enqueue(prompt);
        }
    }

    private async Task<Progress> PlayNextAsync(RingingNumber number)
    {
        if (number.Playing is null && number.Prompts.TryDequeue(out var prompt))
        {
            number.Playing = new PlaybackId(_call.Pbx.Name, $"vo-{_call.Services.Runtime.Ids.NewId():N}");
            await _call.Pbx.PlayAsync(number.Leg, number.Playing.Value, prompt, _call.Stopping);
        }

        return Progress.None;
    }

    /// <summary>Lets a number go; it has its result when the leg is gone, so that two steps never ring at once. One that answers just now has lost.</summary>
    private async Task<Progress> HangUpAsync(RingingNumber number, AttemptResult result)
    {
        number.EndsAs = result;
        number.NextRound = _call.After(RoundTime);
        await _call.Lines.HangUpAsync(number.Leg, number.AcceptTime is null ? LegEndCause.NoAnswer : LegEndCause.Normal);
        return Progress.Changed;
    }

    /// <summary>Where the report of a leg's end does not come, the PBX is asked; after some rounds it is given up.</summary>
    private async Task<Progress> AwaitEndAsync(RingingNumber number)
    {
        if (!number.NextRound.IsDue(_call.Clock))
        {
            return Progress.None;
        }

        await _call.Lines.LookUpAsync(number.Leg, LegEndCause.NoAnswer);
        if (_call.Legs.IsAlive(number.Leg))
        {
            if (++number.Rounds >= MaxRounds)
            {
                await EndAsync(number, number.EndsAs!.Value);
                return Progress.Changed;
            }

            number.NextRound = _call.After(RoundTime);
            await _call.Lines.HangUpAsync(number.Leg, LegEndCause.NoAnswer);
        }

        return Progress.Changed;
    }

    private async Task EndAsync(RingingNumber number, AttemptResult result)
    {
        await _call.AppendAsync(new AttemptEnded(_call.Now(), _transfer.Number, number.Attempt, result));
        number.IsOver = true;
        _call.Services.Transfers.Ledger.Release(_call.Record.Company!.Value, number.Leg);
    }

    /// <summary>A number takes the call: it is decided in one append, and then the others are let go.</summary>
    private async Task TakeAsync(RingingNumber winner)
    {
        var (now, others) = (_call.Now(), _numbers.Where(n => n != winner && !n.IsOver).ToList());
        var events = new List<CallEvent>(others.Select(o => new AttemptEnded(now, _transfer.Number, o.Attempt, o.EndsAs ?? AttemptResult.TakenByOther)));
        if (IsWarm(winner))
        {
            if (winner.AcceptTime is null)
            {
                events.Add(new AttemptAnswered(now, _transfer.Number, winner.Attempt));
            }

            events.Add(new ConsultChanged(now, _transfer.Number, ConsultWith.Employee));
            await _call.AppendAsync([.. events]);
        }
        else
        {
            await TransferEnding.ConnectAsync(_call, _transfer, winner.Attempt, events);
        }

        foreach (var other in others)
        {
            await _call.Lines.HangUpAsync(other.Leg);
            _call.Services.Transfers.Ledger.Release(_call.Record.Company!.Value, other.Leg);
        }
    }

    private Deadline NextDeadline() => _numbers
        .Where(n => !n.IsOver)
        .Select(n => n.EndsAs is not null ? n.NextRound : n.AcceptTime ?? n.RingTime)
        .Aggregate(_progress.Next, Deadline.Earliest);

    /// <summary>True when the signal decided the transfer.</summary>
    private async Task<bool> HandleAsync(CallSignal signal)
    {
        switch (signal)
        {
            case CallSignal.FromLeg { Event: DigitPressed pressed } when _numbers.FirstOrDefault(n => n.Leg == pressed.Leg) is { IsOver: false, EndsAs: null, AcceptTime: not null } number:
                await StopPlayingAsync(number);
                if (pressed.Digit == Accept)
                {
                    await TakeAsync(number);
                    return true;
                }

                await HangUpAsync(number, AttemptResult.NotAccepted);
                return false;
            case CallSignal.FromLeg { Event: PlaybackFinished finished }:
                await _progress.FinishedAsync(finished.Playback);
                foreach (var number in _numbers.Where(n => n.Playing == finished.Playback))
                {
                    number.Playing = null;
                }

                return false;
            case CallSignal.PbxSeen:
                // A prompt's end that fell into a gap of the connection is never reported.
                await _progress.FinishedAsync(null);
                foreach (var number in _numbers)
                {
                    number.Playing = null;
                }

                return false;
            default:
                return await PhoneRequests.TryHandleInTransferAsync(_call, _transfer, signal);
        }
    }

    private async Task StopPlayingAsync(RingingNumber number)
    {
        if (number.Playing is { } playback)
        {
            await _call.Pbx.StopPlaybackAsync(playback, _call.Stopping);
        }
    }

    /// <summary>The operator speaks first only while there is one.</summary>
    private bool IsWarm(RingingNumber number) => (_transfer.Kind ?? number.Number.Transfer) == TransferKind.Warm && _call.Record.OperatorLeg is not null;

    /// <summary>The company's number that was dialled, which every trunk lets through.</summary>
    private CallerId? Shown() => _call.Company is { Dialling.ShowsCaller: false } company
        ? CallerId.Clean((PhoneNumber.TryParseSignalled(_call.Record.Dialled, out var dialled) ? dialled : company.Numbers[0]).ToString(), company.Name)
        : null;

    private static AttemptResult ResultOf(LegEndCause? cause) => cause switch
    {
        LegEndCause.Busy => AttemptResult.Busy,
        LegEndCause.Rejected => AttemptResult.Rejected,
        LegEndCause.NoAnswer => AttemptResult.NoAnswer,
        LegEndCause.Invalid => AttemptResult.Invalid,
        _ => AttemptResult.Unreachable,
    };

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
