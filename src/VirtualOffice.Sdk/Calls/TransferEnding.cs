using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>The ways out of an attempt and of a transfer.</summary>
internal static class TransferEnding
{
    /// <summary>The attempts that have no result, with their numbers in the transfer.</summary>
    public static IEnumerable<(int Attempt, LegId Leg)> OpenAttempts(CallTransfer transfer) =>
        transfer.Attempts.Select((a, i) => (Attempt: i + 1, a.Leg, a.Result)).Where(a => a.Result is null).Select(a => (a.Attempt, a.Leg));

    /// <summary>Caller and employee belong together from now on; the operator is free.</summary>
    /// <param name="call">The call.</param>
    /// <param name="transfer">The transfer.</param>
    /// <param name="attempt">The attempt that takes the call.</param>
    /// <param name="others">What became of others, in the same moment.</param>
    /// <param name="commands">The command that asked for it; null for none.</param>
    public static async Task ConnectAsync(CallSession call, CallTransfer transfer, int attempt, IEnumerable<CallEvent> others, IReadOnlyList<ProcessedCommand>? commands = null)
    {
        var now = call.Now();
        await call.AppendAsync(
            [.. others, new AttemptEnded(now, transfer.Number, attempt, AttemptResult.Answered), new TransferEnded(now, transfer.Number, TransferResult.Transferred)],
            [],
            commands ?? []);
        call.Board.Post(new DispatchCommand.Release(call.Id));
        await PhoneRequests.ReportAsync(call, transfer.Phone, PhoneTransferState.Answered);
    }

    /// <summary>Nobody took the call.</summary>
    public static async Task FailAsync(CallSession call, CallTransfer transfer)
    {
        await NoticeOperatorGoneAsync(call);
        if (transfer.Line is { } line && call.Legs.IsAlive(line))
        {
            await call.Lines.HangUpAsync(line, LegEndCause.NoAnswer);
        }
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

        await PhoneRequests.ReportAsync(call, transfer.Phone, PhoneTransferState.Unavailable);
    }

    /// <summary>Carries out the operator's wish to have the caller back; true when the signal was one and it is so. What else nobody wanted is declined.</summary>
    public static async Task<bool> IsTakenBackAsync(CallSession call, CallTransfer transfer, CallSignal signal)
    {
        if (signal is not CallSignal.TakeBack takeBack || call.Record.OperatorLeg is null)
        {
            call.Signals.Decline(signal);
            return false;
        }

        await TakeBackAsync(call, transfer, takeBack);
        takeBack.Complete(true);
        return true;
    }

    /// <summary>Lets everybody go who was dialled, and the operator has the caller back.</summary>
    public static async Task TakeBackAsync(CallSession call, CallTransfer transfer, CallSignal.TakeBack? command = null)
    {
        // The journal is read anew: numbers may have had their results since the stage looked.
        var open = OpenAttempts(call.Record.OpenTransfer!).ToList();
        foreach (var (_, leg) in open)
        {
            await call.Lines.HangUpAsync(leg);
        }

        var now = call.Now();
        var attempts = call.Record.OpenTransfer!.Attempts;
        CallEvent[] events =
        [
            .. open.Select(a => new AttemptEnded(now, transfer.Number, a.Attempt, attempts[a.Attempt - 1].AnsweredAt is null ? AttemptResult.TakenBack : AttemptResult.NotAccepted)),
            new TransferEnded(now, transfer.Number, TransferResult.TakenBack),
        ];
        await call.AppendAsync(events, [], command is null ? [] : call.Commands.ProcessedBy(command));
        foreach (var (_, leg) in open)
        {
            call.Services.Transfers.Ledger.Release(call.Record.Company!.Value, leg);
        }

        await PhoneRequests.ReportAsync(call, transfer.Phone, PhoneTransferState.Declined);
    }

    public static async Task NoticeOperatorGoneAsync(CallSession call)
    {
        if (call.Record.OperatorLeg is { } leg && !call.Legs.IsAlive(leg))
        {
            await call.AppendAsync(new OperatorLeft(call.Now(), call.Record.Operator!.Value, call.Legs.EndOf(leg) ?? LegEndCause.Failed));
            call.Board.Post(new DispatchCommand.Release(call.Id));
        }
    }
}
