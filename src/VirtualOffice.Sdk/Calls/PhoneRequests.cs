using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// What an operator asks for with the keys of the phone instead of the desk: to transfer the caller blindly, or to call somebody on the phone's second line, talk with them,
/// and then connect the two. Both are the office's own transfers, with its dial policy, its plan and its record; the phone is told how they go.
/// </summary>
internal static class PhoneRequests
{
    /// <summary>Carries out what was asked for at the phone of an operator who talks with the caller; false when the signal is nothing of the kind.</summary>
    public static async Task<bool> TryHandleAsync(CallSession call, CallSignal signal, LegId operatorLeg)
    {
        switch (signal)
        {
            case CallSignal.FromLeg { Event: LegTransferAsked asked } when asked.Leg == operatorLeg:
                await TransferAsync(call, asked);
                return true;
            case CallSignal.PhoneCalls { Offer: var offer }:
                await CallOnSecondLineAsync(call, offer);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Carries out what the phone asks for while its transfer is under way: true when that ends the stage's present part.</summary>
    public static async Task<bool> TryHandleInTransferAsync(CallSession call, CallTransfer transfer, CallSignal signal)
    {
        switch (signal)
        {
            case CallSignal.FromLeg { Event: LegHeld held } when held.Leg == call.Record.OperatorLeg && call.Record.IsOnHold != held.IsHeld:
                // What the phone does with the caller counts again when the operator has the caller back.
                await call.AppendAsync(new HoldChanged(call.Now(), held.IsHeld));
                return false;
            case CallSignal.FromLeg { Event: LegTransferAsked asked } when asked.Leg == call.Record.OperatorLeg || asked.Leg == transfer.Line:
                return await ConnectAsync(call, transfer, asked);
            case CallSignal.PhoneCalls { Offer.Leg: var leg }:
                // It may be the second line, told once more.
                if (leg != transfer.Line)
                {
                    await call.Pbx.HangUpAsync(leg, LegEndCause.Rejected, call.Stopping);
                }

                return false;
            case CallSignal.FromLeg { Event: LegTransferAsked other }:
                await ReportAsync(call, other.Leg, PhoneTransferState.Declined);
                return false;
            default:
                return await TransferEnding.IsTakenBackAsync(call, transfer, signal);
        }
    }

    /// <summary>Whether the operator has hung up the second line, and so wants the caller back.</summary>
    public static bool HasGivenUp(CallSession call, CallTransfer transfer) =>
        transfer.Line is { } line && !call.Legs.IsAlive(line) && call.Record.OperatorLeg is { } op && call.Legs.IsAlive(op);

    /// <summary>Refuses what is asked for at a phone while the call is where it cannot be done; false when the signal is nothing of the kind, or can be.</summary>
    public static async ValueTask<bool> TryRefuseAsync(CallSession call, CallSignal signal)
    {
        if (call.Record.Stage is CallStage.Conversation or CallStage.Transfer)
        {
            return false;
        }

        switch (signal)
        {
            case CallSignal.FromLeg { Event: LegTransferAsked asked }:
                await ReportAsync(call, asked.Leg, PhoneTransferState.Declined);
                return true;
            case CallSignal.PhoneCalls { Offer.Leg: var leg }:
                await call.Pbx.HangUpAsync(leg, LegEndCause.Rejected, call.Stopping);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Lets the phone know, as far as it can be reached: nothing depends on it.</summary>
    public static async Task ReportAsync(CallSession call, LegId? phone, PhoneTransferState state)
    {
        if (phone is { } leg && call.Pbx is IPhoneTransfers phones)
        {
            try
            {
                await phones.ReportTransferAsync(leg, state, call.Stopping);
            }
            catch (TelephonyException)
            {
                // The phone stops waiting by itself.
            }
        }
    }

    /// <summary>Reads what was dialled at a phone: a number, or the id of an employee, a group or an on-call list as transfers name them.</summary>
    public static TransferTarget? TargetOf(CompanyDefinition? company, string dialled)
    {
        var target = PhoneNumber.TryParseSignalled(dialled, out var number) ? TransferTarget.Of(number) : TransferTarget.TryParse(dialled, out var named) ? named : null;
        return target is not null && TransferPlanner.RefusalOf(company, target) is null ? target : null;
    }

    private static async Task TransferAsync(CallSession call, LegTransferAsked asked)
    {
        if (asked.Other is not null || Plan(call, asked.To) is not (var request, var plan))
        {
            await ReportAsync(call, asked.Leg, PhoneTransferState.Declined);
            return;
        }

        // The operator stays until it is decided: a phone lets go only when it is told that somebody has answered.
        await call.AppendAsync(TransferStage.Start(call, request with { Kind = TransferKind.Blind }, plan) with { Phone = asked.Leg });
        await ReportAsync(call, asked.Leg, PhoneTransferState.Trying);
    }

    private static async Task CallOnSecondLineAsync(CallSession call, LegOffered offer)
    {
        if (call.Record.NamedLegs().Contains(offer.Leg))
        {
            return;
        }

        if (Plan(call, offer.Dialled) is not (var request, var plan))
        {
            await call.Pbx.HangUpAsync(offer.Leg, LegEndCause.Rejected, call.Stopping);
            return;
        }

        await call.AppendAsync(TransferStage.Start(call, request with { Kind = TransferKind.Warm }, plan) with { Line = offer.Leg });
        call.Lines.Expect(offer.Leg);
        call.Legs.MarkSeen(offer.Leg, LegState.Ringing);

        // Its end may have been reported before anybody here listened.
        await call.Lines.LookUpAsync(offer.Leg, LegEndCause.Normal);
    }

    /// <summary>An attended transfer: the operator connects the two and leaves.</summary>
    private static async Task<bool> ConnectAsync(CallSession call, CallTransfer transfer, LegTransferAsked asked)
    {
        var isBetweenBoth = asked.Other == transfer.Line || asked.Other == call.Record.OperatorLeg;
        if (transfer.Line is null || asked.Other is null || !isBetweenBoth || transfer.Consult is null
            || transfer.Attempts.Select((a, i) => (a, Number: i + 1)).LastOrDefault(x => x.a.Result is null && call.Legs.IsAlive(x.a.Leg)) is not { a: not null } employee)
        {
            await ReportAsync(call, asked.Leg, PhoneTransferState.Declined);
            return false;
        }

        await TransferEnding.ConnectAsync(call, transfer, employee.Number, []);
        await ReportAsync(call, asked.Leg, PhoneTransferState.Answered);
        return true;
    }

    private static (TransferRequest Request, TransferPlan Plan)? Plan(CallSession call, string dialled)
    {
        if (TargetOf(call.Company, dialled) is not { } target)
        {
            return null;
        }

        var plan = call.Services.Transfers.Plan(call.Company!, target, call.Record.Caller.Number, call.Now(), AwayRule.StandIn);
        return plan.Steps.Count == 0 ? null : (new TransferRequest(target), plan);
    }
}
