using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// A supervisor wants one operator to have the call. It waits for that operator alone for a while, with the place in the queue kept; one that somebody else has goes back to the queue for it,
/// with music. An operator who does not take it in time, or declines, leaves it to anybody.
/// </summary>
internal static class DirectedCall
{
    /// <summary>For how long the call waits for the one operator.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The operator the call waits for alone, and for how much longer; null when it waits for anybody.</summary>
    public static (OperatorId Operator, TimeSpan For)? WaitsFor(CallSession call)
    {
        if (call.Record.DirectedTo is not var (op, at) || call.Record.Offers.Any(o => o.Operator == op && o.At >= at && o.Result is not null))
        {
            return null;
        }

        var until = call.After(at, Patience);
        return until.IsDue(call.Clock) ? null : (op, until.Remaining(call.Clock));
    }

    /// <summary>Takes a waiting call off the board, also one that rings somewhere, to be put on it anew for the one operator.</summary>
    public static async Task LeaveQueueAsync(CallSession call, CallSignal.OfferTo direct)
    {
        var open = call.Record.OpenOffers;
        if (open.Any(o => call.Legs.IsUp(o.Leg)))
        {
            // Somebody has just picked up.
            call.Signals.Decline(direct);
            return;
        }

        foreach (var offer in open)
        {
            await call.Lines.HangUpAsync(offer.Leg);
        }

        var now = call.Now();
        await call.AppendAsync([.. open.Select(o => new OfferEnded(now, o.Id, OfferResult.Withdrawn)), new CallDirected(now, direct.Operator, direct.By)], [], call.Commands.ProcessedBy(direct));
        foreach (var offer in open)
        {
            call.Board.Post(new DispatchCommand.EndOffer(call.Id, offer.Operator, offer.Id, OfferResult.Withdrawn));
        }

        call.Board.Leave();
        direct.Complete(true);
    }

    /// <summary>Takes the caller from the operator who has the call, back to the queue.</summary>
    public static async Task LeaveOperatorAsync(CallSession call, CallSignal.OfferTo direct, LegId operatorLeg)
    {
        if (call.Record.Operator == direct.Operator)
        {
            direct.Refuse(new CallCommandException(CallCommandError.Invalid, $"Operator '{direct.Operator}' has the call already."));
            return;
        }

        await call.Pbx.LeaveAsync(call.Bridge, call.CallerLeg, call.Stopping);
        await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        var now = call.Now();
        CallEvent[] events =
        [
            new OperatorLeft(now, call.Record.Operator!.Value, LegEndCause.Normal),
            new CallDirected(now, direct.Operator, direct.By),
            new CallQueued(now, call.Record.EnqueuedAt ?? call.Record.ReceivedAt),
        ];
        await call.AppendAsync(events, [], call.Commands.ProcessedBy(direct));
        call.Board.Leave();
        await call.Lines.HangUpAsync(operatorLeg);
        direct.Complete(true);
    }
}
