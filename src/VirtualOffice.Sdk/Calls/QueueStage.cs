using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The caller waits: ringing at first, music once answered. The board's offers are carried out by ringing operators' phones.
/// After the longest wait the caller is asked for a message.
/// </summary>
internal sealed class QueueStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        var record = call.Record;
        if (!record.HasCaller)
        {
            await CallbackWait.RunAsync(call);
            return;
        }

        if (record.EnqueuedAt is null)
        {
            var now = call.Now();
            await call.AppendAsync(new CallQueued(now, record.PlaceFrom ?? record.ReceivedAt));
        }

        if (IsWaiting(record))
        {
            // Whose operator was let go before an earlier run of the host came to hang up.
            await call.Lines.HangUpOthersAsync(call.CallerLeg);
        }

        bool? isOnBoard = null;
        var (closing, atClosing) = ClosingOf(call);
        await PlayWaitingAsync(call);
        if (record.AnsweredAt is not null)
        {
            await CallAnswer.EnsureAsync(call);
        }

        while (!call.IsOver && (IsWaiting(record) || record.Stage == CallStage.Offer))
        {
            if (IsWaiting(record) && call.Signals.IsPbxConnected != isOnBoard)
            {
                isOnBoard = call.Signals.IsPbxConnected;
                await EnterOrLeaveBoardAsync(call);
            }

            var waitLimit = record.Stage == CallStage.Offer ? Deadline.Never : call.After(record.QueuedAt ?? record.ReceivedAt, call.Options.WaitLimit);
            if (waitLimit.IsDue(call.Clock))
            {
                await call.AppendAsync([new QueueLeft(call.Now(), QueueExit.WaitLimit), .. ScriptReturn.EventsOf(call, "queue")]);
                call.Board.Leave();
                return;
            }

            // Whose operator's phone rings is not sent away over it; who waits for another company's operators neither.
            var closingNow = record.Stage == CallStage.Offer || record.OverflowedTo is not null ? Deadline.Never : closing;
            if (closingNow.IsDue(call.Clock))
            {
                call.Board.Leave();
                isOnBoard = false;
                if (await ExitAsync(call, atClosing!))
                {
                    return;
                }

                continue;
            }

            if (await OperatorRinging.SettleAsync(call))
            {
                continue;
            }

            await AnswerWhenDueAsync(call);
            var signal = await call.Signals.NextAsync(Deadline.Earliest(
                closingNow,
                Deadline.Earliest(waitLimit, Deadline.Earliest(OperatorRinging.DeadlineOf(call), AnswerDeadline(call)))));
            switch (signal)
            {
                case CallSignal.Offered offered when offered.Ticket == call.Board.Ticket && !call.IsOver:
                    await OperatorRinging.StartAsync(call, offered);
                    break;
                case CallSignal.Exited exited when exited.Ticket == call.Board.Ticket && !call.IsOver:
                    if (await ExitAsync(call, exited.Limit))
                    {
                        call.Board.Leave();
                        return;
                    }

                    break;
                case CallSignal.OfferTo direct:
                    await DirectedCall.LeaveQueueAsync(call, direct);
                    isOnBoard = null;
                    break;
                case CallSignal.DeclineOffer decline:
                    await OperatorRinging.DeclineAsync(call, decline);
                    break;
                case CallSignal.PbxSeen when IsWaiting(record):
                    await PlayWaitingAsync(call);
                    break;
                default:
                    call.Signals.Decline(signal);
                    break;
            }
        }
    }

    /// <summary>When the company that was open as the call came in closes, and what becomes of those who wait still; never where they may wait on.</summary>
    private static (Deadline At, QueueLimit? Then) ClosingOf(CallSession call) =>
        call.Company is { } company
        && company.Queue.Limits.FirstOrDefault(l => l.When == QueueExit.Closed) is { } limit
        && OpeningHours.DecideAt(company, call.Record.ReceivedAt) is { IsOpen: true, ChangesAt: { } closes }
            ? (call.After(call.Record.ReceivedAt, closes - call.Record.ReceivedAt), limit)
            : (Deadline.Never, null);

    private static bool IsWaiting(CallRecord record) => record.Stage is CallStage.Ringing or CallStage.Queue;

    /// <summary>While the PBX is lost nobody's phone can be rung from here: the operators are left to calls of other PBXs. One whose phone may still ring stays reserved.</summary>
    private static async Task EnterOrLeaveBoardAsync(CallSession call)
    {
        if (call.Signals.IsPbxConnected)
        {
            call.Board.Enqueue(DirectedCall.WaitsFor(call) ?? await LastOperator.FindAsync(call));
        }
        else
        {
            call.Board.Leave();
        }
    }

    /// <summary>The board has let the call go; true when the caller waits no longer.</summary>
    private static async Task<bool> ExitAsync(CallSession call, QueueLimit limit)
    {
        if (limit is { Then: QueueAction.Overflow, To: { } other })
        {
            await call.AppendAsync(new QueueOverflowed(call.Now(), limit.When, other));
            return false;
        }

        var action = limit.Then == QueueAction.Callback && call.Record.Caller.Number is null ? QueueAction.Message : limit.Then;
        await call.AppendAsync([new QueueLeft(call.Now(), limit.When, action, limit.Prompt?.Name), .. ScriptReturn.EventsOf(call, "queue")]);
        return true;
    }

    private static Task<CommandResult> PlayWaitingAsync(CallSession call) => call.Record.AnsweredAt is null
        ? call.Pbx.RingAsync(call.CallerLeg, call.Stopping)
        : call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);

    private static Deadline AnswerDeadline(CallSession call) =>
        call.Record.AnsweredAt is null ? call.After(call.Record.ReceivedAt, call.Options.AnswerAfter) : Deadline.Never;

    private static async Task AnswerWhenDueAsync(CallSession call)
    {
        // The board may have said already that the caller is to wait no longer, who then need not pay for an answer.
        if (AnswerDeadline(call).IsDue(call.Clock) && !call.Signals.HasUnread)
        {
            await CallAnswer.EnsureAsync(call);
            await PlayWaitingAsync(call);
        }
    }
}
