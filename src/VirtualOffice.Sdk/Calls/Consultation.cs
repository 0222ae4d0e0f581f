using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// Operator, caller and employee are all on the line. The operator talks with one of them or with both, and then connects the two or has the caller back.
/// An operator who hangs up completes the transfer; an employee who hangs up has not taken the call.
/// </summary>
internal static class Consultation
{
    public static async Task RunAsync(CallSession call, CallTransfer transfer, TransferAttempt attempt)
    {
        var (with, number) = (transfer.Consult!.Value, Number(transfer, attempt));
        await LetOthersGoAsync(call, transfer, attempt.Leg);
        await JoinAsync(call, transfer, attempt.Leg, with);
        while (!call.IsOver)
        {
            if (!call.Legs.IsAlive(attempt.Leg))
            {
                await call.AppendAsync(new AttemptEnded(call.Now(), transfer.Number, number, AttemptResult.NotAccepted));
                return;
            }

            if (call.Record.OperatorLeg is not { } op || !call.Legs.IsAlive(op))
            {
                await TransferEnding.NoticeOperatorGoneAsync(call);
                await TransferEnding.ConnectAsync(call, transfer, number, []);
                return;
            }

            if (PhoneRequests.HasGivenUp(call, transfer))
            {
                await TransferEnding.TakeBackAsync(call, transfer);
                return;
            }

            switch (await call.Signals.NextAsync(Deadline.Never))
            {
                case CallSignal.Consult consult:
                    await call.AppendAsync([new ConsultChanged(call.Now(), transfer.Number, consult.With)], [], call.Commands.ProcessedBy(consult));
                    consult.Complete(true);
                    return;
                case CallSignal.CompleteTransfer complete:
                    await TransferEnding.ConnectAsync(call, transfer, number, [], call.Commands.ProcessedBy(complete));
                    complete.Complete(true);
                    return;
                case CallSignal.SendDigits send when with != ConsultWith.Caller:
                    await ConversationCommands.SendDigitsAsync(call, send, attempt.Leg);
                    break;
                case CallSignal.PbxSeen:
                    await JoinAsync(call, transfer, attempt.Leg, with);
                    break;
                case var other when await PhoneRequests.TryHandleInTransferAsync(call, call.Record.OpenTransfer!, other):
                    return;
            }
        }
    }

    private static int Number(CallTransfer transfer, TransferAttempt attempt) => transfer.Attempts.Select((a, i) => (a.Leg, Number: i + 1)).First(a => a.Leg == attempt.Leg).Number;

    /// <summary>Numbers that rang at the same time and have lost.</summary>
    private static async Task LetOthersGoAsync(CallSession call, CallTransfer transfer, LegId employee)
    {
        foreach (var leg in call.Legs.Alive().Where(leg => leg != call.CallerLeg && leg != employee && leg != call.Record.OperatorLeg && leg != transfer.Line))
        {
            await call.Lines.HangUpAsync(leg);
        }
    }

    private static async Task JoinAsync(CallSession call, CallTransfer transfer, LegId employee, ConsultWith with)
    {
        if (call.Record.OperatorLeg is not { } op)
        {
            return;
        }

        if (transfer.Line is { } line && call.Legs.IsAlive(line))
        {
            op = await ChooseLineAsync(call, op, line, with);
        }

        LegId? waiting = with switch
        {
            ConsultWith.Employee => call.CallerLeg,
            ConsultWith.Caller => employee,
            _ => null,
        };
        if (waiting is { } left)
        {
            await call.Pbx.LeaveAsync(call.Bridge, left, call.Stopping);
            await call.Pbx.StartMusicAsync(left, call.Stopping);
        }

        foreach (var leg in new[] { call.CallerLeg, op, employee }.Where(leg => leg != waiting))
        {
            await call.Pbx.StopMusicAsync(leg, call.Stopping);
            await call.Pbx.JoinAsync(call.Bridge, leg, call.Stopping);
        }
    }

    /// <summary>An operator who has called on the phone's second line talks with the employee there, and with the caller on the first.</summary>
    private static async Task<LegId> ChooseLineAsync(CallSession call, LegId first, LegId second, ConsultWith with)
    {
        var (talking, waiting) = with == ConsultWith.Employee ? (second, first) : (first, second);
        await call.Pbx.AnswerAsync(second, call.Stopping);
        await call.Pbx.LeaveAsync(call.Bridge, waiting, call.Stopping);
        return talking;
    }
}
