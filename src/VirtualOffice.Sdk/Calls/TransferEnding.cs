using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>The ways out of an attempt and of a transfer.</summary>
internal static class TransferEnding
{
    public static Task EndAttemptAsync(CallSession call, CallTransfer transfer, AttemptResult result) =>
        call.AppendAsync(new AttemptEnded(call.Now(), transfer.Number, transfer.Attempts.Count, result));

    /// <summary>Hangs the leg up and waits for its end, so that two numbers never ring at once; one that answers just now has lost.</summary>
    public static Task HangUpAsync(CallSession call, LegId leg) =>
        LegEnding.EndAsync(call, () => call.Legs.IsAlive(leg) ? [leg] : [], LegEndCause.NoAnswer, endsWithCall: true);

    /// <summary>Caller and employee belong together from now on; the operator is free.</summary>
    public static async Task ConnectAsync(CallSession call, CallTransfer transfer)
    {
        var now = call.Now();
        await call.AppendAsync(
            new AttemptEnded(now, transfer.Number, transfer.Attempts.Count, AttemptResult.Answered),
            new TransferEnded(now, transfer.Number, TransferResult.Transferred));
        call.Dispatch(new DispatchCommand.Release(call.Id));
    }

    /// <summary>Nobody took the call.</summary>
    public static async Task FailAsync(CallSession call, CallTransfer transfer)
    {
        await NoticeOperatorGoneAsync(call);
        var now = call.Now();
        var failed = new TransferEnded(now, transfer.Number, TransferResult.Failed);
        if (call.Record.OperatorLeg is null && !transfer.Leave)
        {
            // The operator was lost meanwhile: the caller waits for another, with the place in the queue kept.
            await call.AppendAsync(failed, new CallQueued(now, call.Record.EnqueuedAt ?? call.Record.ReceivedAt));
        }
        else
        {
            await call.AppendAsync([failed, .. ScriptReturn.EventsOf(call, "transfer", "escalate")]);
        }
    }

    /// <summary>Carries out the operator's wish to have the caller back; true when the signal was one and it is so. What else nobody wanted is declined.</summary>
    public static async Task<bool> IsTakenBackAsync(CallSession call, CallTransfer transfer, CallSignal signal)
    {
        if (signal is not CallSignal.TakeBack takeBack || call.Record.OperatorLeg is null)
        {
            call.Decline(signal);
            return false;
        }

        var attempt = transfer.Attempts.LastOrDefault(a => a.Result is null);
        if (attempt is not null)
        {
            await call.HangUpAsync(attempt.Leg);
        }

        var now = call.Now();
        IEnumerable<CallEvent> ended = attempt is null
            ? []
            : [new AttemptEnded(now, transfer.Number, transfer.Attempts.Count, attempt.AnsweredAt is null ? AttemptResult.TakenBack : AttemptResult.NotAccepted)];
        await call.AppendAsync([.. ended, new TransferEnded(now, transfer.Number, TransferResult.TakenBack)]);
        takeBack.Complete(true);
        return true;
    }

    public static async Task NoticeOperatorGoneAsync(CallSession call)
    {
        if (call.Record.OperatorLeg is { } leg && !call.Legs.IsAlive(leg))
        {
            await call.AppendAsync(new OperatorLeft(call.Now(), call.Record.Operator!.Value, call.Legs.EndOf(leg) ?? LegEndCause.Failed));
            call.Dispatch(new DispatchCommand.Release(call.Id));
        }
    }
}
