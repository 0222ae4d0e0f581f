using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// The board's offers, carried out by ringing operators' phones, one or a whole ring of them. Each ends with one of four results, or is withdrawn;
/// the first to accept has the call.
/// </summary>
internal static class OperatorRinging
{
    /// <summary>When the first of the open offers has rung long enough.</summary>
    public static Deadline DeadlineOf(CallSession call) =>
        call.Record.OpenOffers.Aggregate(Deadline.Never, (earliest, offer) => Deadline.Earliest(earliest, RingTimeOf(call, offer)));

    public static async Task StartAsync(CallSession call, CallSignal.Offered offered)
    {
        var leg = call.Lines.Expect($"o{call.Record.Offers.Count + 1}");
        await call.AppendAsync(new OfferMade(call.Now(), offered.Offer, offered.Operator.Definition.Id, leg));
        await call.Lines.DialAsync(leg, LegRole.Operator, new DeviceTarget(offered.Operator.Definition.Device), call.Options.RingTime);
    }

    /// <summary>Ends one of the open offers that has come to a result; false when none has.</summary>
    public static async Task<bool> SettleAsync(CallSession call)
    {
        foreach (var offer in call.Record.OpenOffers)
        {
            if (await ResultAsync(call, offer) is { } result)
            {
                await EndAsync(call, offer, result);
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends an offer because its operator wishes so, elsewhere than on the phone.</summary>
    public static async Task DeclineAsync(CallSession call, CallSignal.DeclineOffer decline)
    {
        if (call.Record.OpenOffers.FirstOrDefault(o => o.Operator == decline.Operator) is not { } offer || call.Legs.IsUp(offer.Leg))
        {
            call.Signals.Decline(decline);
            return;
        }

        await call.Lines.HangUpAsync(offer.Leg, LegEndCause.Rejected);
        await EndAsync(call, offer, OfferResult.Rejected);
        decline.Complete(true);
    }

    private static async Task<OfferResult?> ResultAsync(CallSession call, CallOffer offer)
    {
        if (call.Legs.IsUp(offer.Leg))
        {
            return OfferResult.Accepted;
        }

        if (!call.Legs.IsAlive(offer.Leg))
        {
            return ResultOf(call.Legs.EndOf(offer.Leg));
        }

        if (!call.Legs.IsDialled(offer.Leg))
        {
            // The command may have been lost on its way: nobody is to blame, and the board offers the call anew.
            await call.Lines.HangUpAsync(offer.Leg);
            return OfferResult.Withdrawn;
        }

        if (RingTimeOf(call, offer).IsDue(call.Clock) && !call.Signals.HasUnread)
        {
            await call.Lines.HangUpAsync(offer.Leg, LegEndCause.NoAnswer);
            return call.Legs.HasRung(offer.Leg) ? OfferResult.Missed : OfferResult.DeviceGone;
        }

        return null;
    }

    private static async Task EndAsync(CallSession call, CallOffer offer, OfferResult result)
    {
        var now = call.Now();
        var losers = result == OfferResult.Accepted ? call.Record.OpenOffers.Where(o => o.Id != offer.Id) : [];
        await call.AppendAsync([new OfferEnded(now, offer.Id, result) { Whispers = result == OfferResult.Accepted && WhisperStage.IsWanted(call) }, .. losers.Select(o => new OfferEnded(now, o.Id, OfferResult.Withdrawn))]);

        // The board withdraws the others by itself when one has accepted.
        call.Board.Post(new DispatchCommand.EndOffer(call.Id, offer.Operator, offer.Id, result));
    }

    private static Deadline RingTimeOf(CallSession call, CallOffer offer) => call.Lines.RingingEnds(offer.Leg, offer.At, call.Options.RingTime);

    private static OfferResult ResultOf(LegEndCause? cause) => cause switch
    {
        LegEndCause.Busy or LegEndCause.Rejected => OfferResult.Rejected,
        LegEndCause.NoAnswer => OfferResult.Missed,
        LegEndCause.Unreachable or LegEndCause.Invalid => OfferResult.DeviceGone,
        _ => OfferResult.Withdrawn,
    };
}
