using System.Globalization;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Caller and operator talk. The operator's commands are carried out; the operator's hanging up ends the call, a lost operator does not.</summary>
internal sealed class ConversationStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        var operatorLeg = call.Record.OperatorLeg!.Value;
        await ConnectAsync(call, operatorLeg);
        await GuidedScript.SettleAsync(call);
        while (!call.IsOver && call.Record.Stage == CallStage.Conversation)
        {
            if (!call.Legs.IsAlive(operatorLeg))
            {
                await OperatorGoneAsync(call, call.Legs.EndOf(operatorLeg) ?? LegEndCause.Failed);
                return;
            }

            switch (await call.Signals.NextAsync(Deadline.Never))
            {
                case CallSignal.Transfer transfer:
                    await StartTransferAsync(call, transfer);
                    break;
                case CallSignal.TakeMessage take:
                    await MessageTaking.TakeAsync(call, take);
                    break;
                case CallSignal.PreviewMessage preview:
                    MessageTaking.Preview(call, preview);
                    break;
                case ScriptCommand command:
                    await GuidedScript.CarryOutAsync(call, command);
                    break;
                case CallSignal.FromLeg { Event: LegHeld held } when held.Leg == operatorLeg:
                    await ConversationCommands.HeldAsync(call, held.IsHeld);
                    break;
                case CallSignal.PbxSeen:
                    await ConnectAsync(call, operatorLeg);
                    break;
                case CallSignal.OfferTo direct:
                    await DirectedCall.LeaveOperatorAsync(call, direct, operatorLeg);
                    break;
                case var asked when await PhoneRequests.TryHandleAsync(call, asked, operatorLeg):
                    break;
                case var command when await ConversationCommands.TryHandleAsync(call, command, operatorLeg):
                    break;
                case var other:
                    call.Signals.Decline(other);
                    break;
            }
        }
    }

    private static async Task ConnectAsync(CallSession call, LegId operatorLeg)
    {
        await CallAnswer.EnsureAsync(call);
        if (call.IsOver)
        {
            return;
        }

        await call.Pbx.StopMusicAsync(operatorLeg, call.Stopping);
        await ConversationCommands.ApplyHoldAsync(call);
        await call.Pbx.JoinAsync(call.Bridge, operatorLeg, call.Stopping);
        await ConversationCommands.ApplyMuteAsync(call, operatorLeg);
        await call.Lines.HangUpOthersAsync(operatorLeg);
    }

    private static async Task OperatorGoneAsync(CallSession call, LegEndCause cause)
    {
        if (cause == LegEndCause.Normal)
        {
            call.RequestEnd();
            return;
        }

        // The operator was lost, the caller was not: the caller waits again, with the place in the queue kept.
        await call.Pbx.LeaveAsync(call.Bridge, call.CallerLeg, call.Stopping);
        await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        var now = call.Now();
        await call.AppendAsync(
            new OperatorLeft(now, call.Record.Operator!.Value, cause),
            new CallQueued(now, call.Record.EnqueuedAt ?? call.Record.ReceivedAt));
        call.Board.Leave();
    }

    private static async Task StartTransferAsync(CallSession call, CallSignal.Transfer transfer)
    {
        var request = transfer.Request;
        if (TransferPlanner.RefusalOf(call.Company, request.Target) is { } unknown)
        {
            transfer.Refuse(unknown);
            return;
        }

        var plan = call.Services.Transfers.Plan(call.Company!, request.Target, call.Record.Caller.Number, call.Now(), request.IfAway);
        if (plan.Steps.Count == 0)
        {
            transfer.Refuse(TransferPlanner.RefusalOf(request.Target, plan));
            return;
        }

        var number = call.Record.Transfers.Count + 1;
        await call.AppendAsync(
            [TransferStage.Start(call, request, plan)],
            [],
            transfer.Id is { } id ? [call.Commands.Processed(id, transfer.Fingerprint, number.ToString(CultureInfo.InvariantCulture))] : []);
        transfer.Complete(true);
    }
}
