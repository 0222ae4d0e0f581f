using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The numbers of the transfer's plan are dialled step by step while the caller hears music: the next step only after every number of the last has its result.
/// When nobody takes the call, the caller is back with the operator, or asked for a message when the operator has left at once.
/// </summary>
internal sealed class TransferStage : ICallStage
{
    /// <summary>What is journaled when a transfer starts.</summary>
    public static TransferStarted Start(CallSession call, TransferRequest request, TransferPlan plan) =>
        new(call.Now(), call.Record.Transfers.Count + 1, request.Target.Employee)
        {
            Target = request.Target.Kind == TransferTargetKind.Employee ? null : request.Target,
            Plan = plan,
            Kind = request.Kind,
            Leave = request.Leave,
        };

    public async Task RunAsync(CallSession call)
    {
        if (call.Record.OpenTransfer is { Consult: null } begun)
        {
            await PlayWaitingAsync(call, begun);
        }

        while (!call.IsOver && call.Record.OpenTransfer is { } transfer)
        {
            var steps = StepsOf(call, transfer);
            switch (transfer)
            {
                case { Consult: not null } when transfer.Attempts.LastOrDefault(a => a.Result is null) is { } employee:
                    await Consultation.RunAsync(call, transfer, employee);
                    break;
                case { Consult: null } when transfer.Attempts.Any(a => a.Result is null):
                    await TransferRinging.RunAsync(call, transfer, steps);
                    break;
                case { Consult: null } when transfer.StepsBegun < steps.Count:
                    await StartStepAsync(call, transfer, steps[transfer.StepsBegun]);
                    break;
                default:
                    await TransferEnding.FailAsync(call, transfer);
                    break;
            }
        }
    }

    /// <summary>The transfer's plan; one that was started before plans were kept has the employee's numbers, in order.</summary>
    private static IReadOnlyList<IReadOnlyList<PlannedNumber>> StepsOf(CallSession call, CallTransfer transfer) =>
        transfer.Plan?.Steps
        ?? [.. (transfer.Employee is { } id ? call.Company?.FindEmployee(id)?.Numbers ?? [] : []).Select(n => (IReadOnlyList<PlannedNumber>)[new PlannedNumber(transfer.Employee, n)])];

    private static async Task PlayWaitingAsync(CallSession call, CallTransfer transfer)
    {
        await call.Pbx.LeaveAsync(call.Bridge, call.CallerLeg, call.Stopping);
        await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        if (call.Record.OperatorLeg is not { } operatorLeg || !call.Legs.IsAlive(operatorLeg))
        {
            return;
        }

        if (transfer.Line is { } line)
        {
            // The phone has the first line on hold, and the operator listens at the second.
            await call.Pbx.LeaveAsync(call.Bridge, operatorLeg, call.Stopping);
            await call.Pbx.RingAsync(line, call.Stopping);
        }
        else if (transfer.Leave)
        {
            await call.Lines.HangUpAsync(operatorLeg);
        }
        else
        {
            await ConversationCommands.ApplyMuteAsync(call, operatorLeg);
            await call.Pbx.LeaveAsync(call.Bridge, operatorLeg, call.Stopping);
            await call.Pbx.RingAsync(operatorLeg, call.Stopping);
        }
    }

    /// <summary>Every number of the step is journaled before the first is dialled; what may not be dialled any more is noted with the reason.</summary>
    private static Task StartStepAsync(CallSession call, CallTransfer transfer, IReadOnlyList<PlannedNumber> step)
    {
        var now = call.Now();
        var isLate = now - transfer.At >= call.Options.TransferLimit;
        var events = new List<CallEvent>();
        var (number, attempt) = (transfer.StepsBegun + 1, transfer.Attempts.Count);
        foreach (var planned in step)
        {
            var leg = call.Lines.NewId($"e{transfer.Number}-{attempt + 1}");
            if (WhyNot(call, planned, leg, isLate) is { } skipped)
            {
                events.Add(new NumberSkipped(now, transfer.Number, number, skipped));
            }
            else
            {
                attempt++;
                call.Lines.Expect(leg);
                events.Add(new AttemptStarted(now, transfer.Number, attempt, planned.Number.Number, leg)
                {
                    Employee = planned.Employee == transfer.Employee ? null : planned.Employee,
                    Step = number == attempt ? null : number,
                });
            }
        }

        return call.AppendAsync([.. events]);
    }

    private static SkippedNumber? WhyNot(CallSession call, PlannedNumber planned, LegId leg, bool isLate)
    {
        var number = planned.Number.Number;
        return isLate ? Skipped(SkipReason.TransferLimit, $"a transfer dials no number after {call.Options.TransferLimit}")
            : !call.Company!.Dialling.Allows(number, byHand: planned.Employee is null) ? Skipped(SkipReason.NotAllowed, "the company's dial policy does not allow it")
            : !call.Services.Transfers.Ledger.TryReserve(call.Company, leg, out var why) ? Skipped(SkipReason.TooManyCalls, why)
            : null;

        SkippedNumber Skipped(SkipReason reason, string detail) => new(planned.Employee, number, reason, detail);
    }
}
