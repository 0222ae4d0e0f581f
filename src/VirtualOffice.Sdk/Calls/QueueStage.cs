using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The caller waits: ringing at first, music once answered. The board's offers are carried out by ringing the operator's phone, each with one of four results.
/// After the longest wait the caller is asked for a message.
/// </summary>
internal sealed class QueueStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        var record = call.Record;
        if (record.EnqueuedAt is null)
        {
            var now = call.Now();
            await call.AppendAsync(new CallQueued(now, record.ReceivedAt));
        }

        await PlayWaitingAsync(call);
        if (record.AnsweredAt is not null)
        {
            await call.EnsureAnsweredAsync();
        }

        if (record.OpenOffer is { } interrupted)
        {
            await RingOperatorAsync(call, interrupted);
        }

        if (!call.IsOver && IsWaiting(record) && call.PbxConnected)
        {
            call.Enqueue(await LastOperator.FindAsync(call));
        }

        while (!call.IsOver && IsWaiting(record))
        {
            var waitLimit = call.After(record.QueuedAt ?? record.ReceivedAt, call.Options.WaitLimit);
            if (waitLimit.IsDue(call.Clock))
            {
                await call.AppendAsync(new QueueLeft(call.Now(), QueueExit.WaitLimit));
                call.LeaveBoard();
                return;
            }

            await AnswerWhenDueAsync(call);
            var signal = await call.NextAsync(Deadline.Earliest(waitLimit, AnswerDeadline(call)));
            switch (signal)
            {
                case CallSignal.Offered offered when offered.Ticket == call.Ticket && !call.IsOver:
                    await OfferAsync(call, offered);
                    if (!call.PbxConnected && IsWaiting(record))
                    {
                        // An operator whose phone may still ring stays reserved until it is known not to.
                        call.LeaveBoard();
                    }

                    break;
                case CallSignal.Exited exited when exited.Ticket == call.Ticket && !call.IsOver:
                    if (await ExitAsync(call, exited.Limit))
                    {
                        return;
                    }

                    break;
                case CallSignal.PbxLost:
                    // Nobody's phone can be rung from here now: the operators are left to calls of other PBXs.
                    call.LeaveBoard();
                    break;
                case CallSignal.PbxSeen:
                    await PlayWaitingAsync(call);
                    call.Enqueue();
                    break;
                default:
                    call.Decline(signal);
                    break;
            }
        }
    }

    private static bool IsWaiting(CallRecord record) => record.Stage is CallStage.Ringing or CallStage.Queue;

    /// <summary>The board has let the call go; true when the caller waits no longer.</summary>
    private static async Task<bool> ExitAsync(CallSession call, QueueLimit limit)
    {
        if (limit is { Then: QueueAction.Overflow, To: { } other })
        {
            await call.AppendAsync(new QueueOverflowed(call.Now(), limit.When, other));
            return false;
        }

        var action = limit.Then == QueueAction.Callback && call.Record.Caller.Number is null ? QueueAction.Message : limit.Then;
        await call.AppendAsync(new QueueLeft(call.Now(), limit.When, action, limit.Prompt?.Name));
        return true;
    }

    private static Task<CommandResult> PlayWaitingAsync(CallSession call) => call.Record.AnsweredAt is null
        ? call.Pbx.RingAsync(call.CallerLeg, call.Stopping)
        : call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);

    private static Deadline AnswerDeadline(CallSession call) =>
        call.Record.AnsweredAt is null ? call.After(call.Record.ReceivedAt, call.Options.AnswerAfter) : Deadline.Never;

    private static async Task AnswerWhenDueAsync(CallSession call)
    {
        if (AnswerDeadline(call).IsDue(call.Clock))
        {
            await call.EnsureAnsweredAsync();
            await PlayWaitingAsync(call);
        }
    }

    private static async Task OfferAsync(CallSession call, CallSignal.Offered offered)
    {
        var leg = call.ExpectLeg($"o{call.Record.Offers.Count + 1}");
        await call.AppendAsync(new OfferMade(call.Now(), offered.Offer, offered.Operator.Definition.Id, leg));
        await call.DialAsync(leg, LegRole.Operator, new DeviceTarget(offered.Operator.Definition.Device), call.Options.RingTime);
        await RingOperatorAsync(call, call.Record.OpenOffer!);
    }

    private static async Task RingOperatorAsync(CallSession call, CallOffer offer)
    {
        var ringTime = call.After(offer.At, call.Options.RingTime);
        OfferResult? result = null;
        while (result is null)
        {
            if (call.IsOver)
            {
                return;
            }

            if (call.Legs.IsUp(offer.Leg))
            {
                result = OfferResult.Accepted;
            }
            else if (!call.Legs.IsAlive(offer.Leg))
            {
                result = ResultOf(call.Legs.EndOf(offer.Leg));
            }
            else if (!call.Legs.IsDialled(offer.Leg))
            {
                // The command may have been lost on its way: nobody is to blame, and the board offers the call anew.
                await call.HangUpAsync(offer.Leg);
                result = OfferResult.Withdrawn;
            }
            else if (ringTime.IsDue(call.Clock))
            {
                await call.HangUpAsync(offer.Leg, LegEndCause.NoAnswer);
                result = call.Legs.HasRung(offer.Leg) ? OfferResult.Missed : OfferResult.DeviceGone;
            }
            else
            {
                await AnswerWhenDueAsync(call);
                call.Decline(await call.NextAsync(Deadline.Earliest(ringTime, AnswerDeadline(call))));
            }
        }

        await call.AppendAsync(new OfferEnded(call.Now(), offer.Id, result.Value));
        call.Dispatch(new DispatchCommand.EndOffer(call.Id, offer.Id, result.Value));
    }

    private static OfferResult ResultOf(LegEndCause? cause) => cause switch
    {
        LegEndCause.Busy or LegEndCause.Rejected => OfferResult.Rejected,
        LegEndCause.NoAnswer => OfferResult.Missed,
        LegEndCause.Unreachable => OfferResult.DeviceGone,
        _ => OfferResult.Withdrawn,
    };
}
