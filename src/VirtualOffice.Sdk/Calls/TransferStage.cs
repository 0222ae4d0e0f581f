using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The employee's numbers are dialled in the order of their plan while the caller hears music. The next number is dialled only after the last has its result.
/// Who answers may have to accept first, and may be spoken to by the operator first; when nobody takes the call, the caller is back with the operator,
/// or asked for a message when the operator has left at once.
/// </summary>
internal sealed class TransferStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        if (call.Record.OpenTransfer is { Consult: null } begun)
        {
            await PlayWaitingAsync(call, begun);
        }

        while (!call.IsOver && call.Record.OpenTransfer is { } transfer)
        {
            var plan = call.Company?.FindEmployee(transfer.Employee)?.Numbers ?? [];
            switch (transfer.Attempts)
            {
                case [.., { Result: null } open]:
                    await GoOnAsync(call, transfer, open, plan.ElementAtOrDefault(transfer.Attempts.Count - 1) ?? open.Number);
                    break;
                case { Count: var made } when made < plan.Count && transfer.Consult is null:
                    await StartAttemptAsync(call, transfer, plan[made].Number);
                    break;
                default:
                    await TransferEnding.FailAsync(call, transfer);
                    break;
            }
        }
    }

    private static async Task PlayWaitingAsync(CallSession call, CallTransfer transfer)
    {
        await call.Pbx.LeaveAsync(call.Bridge, call.CallerLeg, call.Stopping);
        await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        if (call.Record.OperatorLeg is not { } operatorLeg || !call.Legs.IsAlive(operatorLeg))
        {
            return;
        }

        if (transfer.Leave)
        {
            await call.HangUpAsync(operatorLeg);
        }
        else
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

    private static async Task GoOnAsync(CallSession call, CallTransfer transfer, TransferAttempt attempt, ReachNumber number)
    {
        if (transfer.Consult is not null)
        {
            await Consultation.RunAsync(call, transfer, attempt);
        }
        else if (attempt.AnsweredAt is not null)
        {
            await EmployeeAcceptance.AskAsync(call, transfer, attempt, number);
        }
        else
        {
            var ringTime = number.RingTime ?? call.Options.TransferRingTime;
            if (call.Legs.IsAlive(attempt.Leg) && !call.Legs.IsDialled(attempt.Leg))
            {
                await call.DialAsync(attempt.Leg, LegRole.Employee, new NumberTarget(attempt.Number), ringTime);
            }

            await RingEmployeeAsync(call, transfer, attempt, number, call.RingingEnds(attempt.Leg, attempt.At, ringTime));
        }
    }

    private static async Task RingEmployeeAsync(CallSession call, CallTransfer transfer, TransferAttempt attempt, ReachNumber number, Deadline ringTime)
    {
        while (!call.IsOver)
        {
            await TransferEnding.NoticeOperatorGoneAsync(call);
            if (call.Legs.IsUp(attempt.Leg))
            {
                await EmployeeAcceptance.AnsweredAsync(call, transfer, number);
                return;
            }

            if (!call.Legs.IsAlive(attempt.Leg))
            {
                await TransferEnding.EndAttemptAsync(call, transfer, ResultOf(call.Legs.EndOf(attempt.Leg)));
                return;
            }

            if (ringTime.IsDue(call.Clock) && !call.HasUnread)
            {
                await TransferEnding.HangUpAsync(call, attempt.Leg);
                await (call.IsOver ? Task.CompletedTask : TransferEnding.EndAttemptAsync(call, transfer, AttemptResult.NoAnswer));
                return;
            }

            if (await TransferEnding.IsTakenBackAsync(call, transfer, await call.NextAsync(ringTime)))
            {
                return;
            }
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
