using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The employee's numbers are dialled in order while the caller hears music and the operator ringing. The next number is dialled only after the last has its
/// result; the first that answers gets the caller; when none does, the caller is back with the operator.
/// </summary>
internal sealed class TransferStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        await PlayWaitingAsync(call);
        while (!call.IsOver && call.Record.OpenTransfer is { } transfer)
        {
            var numbers = call.Company?.FindEmployee(transfer.Employee)?.Numbers ?? [];
            if (transfer.Attempts is [.., { Result: null } open])
            {
                if (call.Legs.IsAlive(open.Leg) && !call.Legs.IsDialled(open.Leg))
                {
                    await call.DialAsync(open.Leg, LegRole.Employee, new NumberTarget(open.Number), call.Options.TransferRingTime);
                }

                await RingEmployeeAsync(call, transfer, open);
            }
            else if (transfer.Attempts.Count < numbers.Count)
            {
                await StartAttemptAsync(call, transfer, numbers[transfer.Attempts.Count]);
            }
            else
            {
                await ReturnToOperatorAsync(call, transfer);
            }
        }
    }

    private static async Task PlayWaitingAsync(CallSession call)
    {
        await call.Pbx.LeaveAsync(call.Bridge, call.CallerLeg, call.Stopping);
        await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        if (call.Record.OperatorLeg is { } operatorLeg && call.Legs.IsAlive(operatorLeg))
        {
            await call.Pbx.LeaveAsync(call.Bridge, operatorLeg, call.Stopping);
            await call.Pbx.RingAsync(operatorLeg, call.Stopping);
        }
    }

    private static Task StartAttemptAsync(CallSession call, CallTransfer transfer, PhoneNumber number)
    {
        var attempt = transfer.Attempts.Count + 1;
        var leg = call.ExpectLeg($"e{transfer.Number}-{attempt}");
        return call.AppendAsync(new AttemptStarted(call.Now(), transfer.Number, attempt, number, leg));
    }

    private static async Task RingEmployeeAsync(CallSession call, CallTransfer transfer, TransferAttempt attempt)
    {
        var ringTime = call.After(attempt.At, call.Options.TransferRingTime);
        while (true)
        {
            if (call.IsOver)
            {
                return;
            }

            await NoticeOperatorGoneAsync(call);
            if (call.Legs.IsUp(attempt.Leg))
            {
                await ConnectedAsync(call, transfer);
                return;
            }

            if (!call.Legs.IsAlive(attempt.Leg))
            {
                await EndAttemptAsync(call, transfer, ResultOf(call.Legs.EndOf(attempt.Leg)));
                return;
            }

            if (ringTime.IsDue(call.Clock))
            {
                await CancelAsync(call, attempt.Leg);
                if (call.IsOver)
                {
                    return;
                }

                await EndAttemptAsync(call, transfer, AttemptResult.NoAnswer);
                return;
            }

            call.Decline(await call.NextAsync(ringTime));
        }
    }

    /// <summary>Hangs the leg up and waits for its end, so that two numbers never ring at once; one that answers just now has lost.</summary>
    private static Task CancelAsync(CallSession call, LegId leg) =>
        LegEnding.EndAsync(call, () => call.Legs.IsAlive(leg) ? [leg] : [], LegEndCause.NoAnswer, endsWithCall: true);

    private static Task EndAttemptAsync(CallSession call, CallTransfer transfer, AttemptResult result) =>
        call.AppendAsync(new AttemptEnded(call.Now(), transfer.Number, transfer.Attempts.Count, result));

    private static async Task ConnectedAsync(CallSession call, CallTransfer transfer)
    {
        var now = call.Now();
        await call.AppendAsync(
            new AttemptEnded(now, transfer.Number, transfer.Attempts.Count, AttemptResult.Answered),
            new TransferEnded(now, transfer.Number, TransferResult.Transferred));
        call.Dispatch(new DispatchCommand.Release(call.Id));
    }

    private static async Task ReturnToOperatorAsync(CallSession call, CallTransfer transfer)
    {
        await NoticeOperatorGoneAsync(call);
        var now = call.Now();
        var failed = new TransferEnded(now, transfer.Number, TransferResult.Failed);
        if (call.Record.OperatorLeg is null)
        {
            // The operator has left meanwhile: the caller waits for another, with the place in the queue kept.
            await call.AppendAsync(failed, new CallQueued(now, call.Record.EnqueuedAt ?? call.Record.ReceivedAt));
        }
        else
        {
            await call.AppendAsync(failed);
        }
    }

    private static async Task NoticeOperatorGoneAsync(CallSession call)
    {
        if (call.Record.OperatorLeg is { } leg && !call.Legs.IsAlive(leg))
        {
            await call.AppendAsync(new OperatorLeft(call.Now(), call.Record.Operator!.Value, call.Legs.EndOf(leg) ?? LegEndCause.Failed));
            call.Dispatch(new DispatchCommand.Release(call.Id));
        }
    }

    private static AttemptResult ResultOf(LegEndCause? cause) => cause switch
    {
        LegEndCause.Busy => AttemptResult.Busy,
        LegEndCause.Rejected => AttemptResult.Rejected,
        LegEndCause.NoAnswer => AttemptResult.NoAnswer,
        _ => AttemptResult.Unreachable,
    };
}
