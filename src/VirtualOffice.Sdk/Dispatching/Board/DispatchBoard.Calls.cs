using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>What callers do.</content>
internal sealed partial class DispatchBoard
{
    /// <summary>A call waits for an operator, and is offered at once when one is free.</summary>
    /// <param name="lane">Its lane.</param>
    /// <param name="band">Its priority.</param>
    /// <param name="enqueuedAt">From when its place counts; usually now.</param>
    /// <param name="now">Now.</param>
    public CallHandle Enqueue(int lane, int band, long enqueuedAt, long now)
    {
        CheckBand(band);
        var slot = _calls.Add(lane, band, enqueuedAt);
        var handle = _calls.HandleOf(slot);
        var seat = FindSeat(slot, now);
        if (seat >= 0)
        {
            Offer(slot, seat, now);
        }
        else
        {
            Wait(slot, now);
        }

        return handle;
    }

    /// <summary>A call that has overflowed to this lane before waits there again: limits of its company that are looked at on entry do not keep it out.</summary>
    public CallHandle EnqueueOverflowed(int lane, int band, long enqueuedAt, long now) => EnqueueMarked(CallMarks.Overflowed, lane, band, enqueuedAt, now);

    /// <summary>A call waits until an operator has it: no limit lets it go.</summary>
    public CallHandle EnqueuePatient(int lane, int band, long enqueuedAt, long now) => EnqueueMarked(CallMarks.Patient, lane, band, enqueuedAt, now);

    private CallHandle EnqueueMarked(CallMarks mark, int lane, int band, long enqueuedAt, long now)
    {
        CheckBand(band);
        var slot = _calls.Add(lane, band, enqueuedAt);
        _calls[slot].Marks |= mark;
        var handle = _calls.HandleOf(slot);
        var seat = FindSeat(slot, now);
        if (seat >= 0)
        {
            Offer(slot, seat, now);
        }
        else
        {
            Stay(slot, now);
        }

        return handle;
    }

    /// <summary>After a restart: an operator has this call, or is being offered it. Does nothing when the operator has another.</summary>
    public CallHandle Restore(int lane, int band, long enqueuedAt, int op, bool offered, long now, bool overflowed = false)
    {
        CheckBand(band);
        ref var holder = ref _operators[op];
        if (holder.Call >= 0)
        {
            return CallHandle.None;
        }

        var slot = _calls.Add(lane, band, enqueuedAt);
        ref var call = ref _calls[slot];
        call.Marks |= overflowed ? CallMarks.Overflowed : CallMarks.None;
        (call.Place, call.Operator, holder.Call) = (offered ? CallPlace.Offered : CallPlace.OnCall, op, slot);
        holder.Offer += offered ? 1 : 0;
        Enter(ref holder, offered ? OperatorState.Offered : OperatorState.OnCall, now);
        Decide(DecisionKind.OperatorChanged, ref holder);
        if (offered)
        {
            ArmTimer(ref holder, DueOfOffer(now));
        }

        return _calls.HandleOf(slot);
    }

    /// <summary>A restored call that is being offered rings at this operator's phone too; false when the operator has another call.</summary>
    public bool RestoreOffer(CallHandle handle, int op, long now)
    {
        var slot = _calls.Find(handle);
        if (slot < 0 || _calls[slot].Place != CallPlace.Offered || _operators[op].Call >= 0)
        {
            return false;
        }

        Reserve(slot, ref _operators[op], now);
        Decide(DecisionKind.OperatorChanged, ref _operators[op]);
        return true;
    }

    /// <summary>Gives a call another priority; a waiting call moves to its place there.</summary>
    public void SetBand(CallHandle handle, int band)
    {
        CheckBand(band);
        var slot = _calls.Find(handle);
        if (slot < 0)
        {
            return;
        }

        ref var call = ref _calls[slot];
        if (call.Place == CallPlace.Waiting)
        {
            _lanes.Remove(slot);
            call.Band = (byte)band;
            _lanes.Append(slot);
        }
        else
        {
            call.Band = (byte)band;
        }
    }

    /// <summary>An offer has ended. One that is over already stays as it is.</summary>
    public void EndOffer(OfferHandle offer, OfferResult result, long now)
    {
        ref var op = ref _operators[offer.Operator];
        if (op.State != OperatorState.Offered || op.Offer != offer.Number)
        {
            return;
        }

        if (result == OfferResult.Accepted)
        {
            Accept(ref op, now);
        }
        else
        {
            Decline(ref op, result, now);
        }
    }

    /// <summary>The operator who has the call is free of it, and the board of the call.</summary>
    /// <param name="handle">The call.</param>
    /// <param name="now">Now.</param>
    /// <param name="wrapUp">The wrap-up its call type asks for; of this, the operator's and the company's the longest counts.</param>
    public void Release(CallHandle handle, long now, TimeSpan wrapUp = default)
    {
        var slot = _calls.Find(handle);
        if (slot >= 0 && _calls[slot].Place == CallPlace.OnCall)
        {
            Remove(slot, wrapUp, now);
        }
    }

    /// <summary>The call has left, wherever it stands: offers are withdrawn, and an operator who has it is free of it.</summary>
    public void Leave(CallHandle handle, long now, TimeSpan wrapUp = default)
    {
        var slot = _calls.Find(handle);
        if (slot >= 0)
        {
            Remove(slot, wrapUp, now);
        }
    }

    private void CheckBand(int band)
    {
        if ((uint)band >= (uint)_keys.Count)
        {
            ThrowNoBand(band);
        }
    }

    private void ThrowNoBand(int band) => throw new ArgumentOutOfRangeException(nameof(band), band, $"Bands are 0 to {_keys.Count - 1}.");

    private void Remove(int slot, TimeSpan wrapUp, long now)
    {
        ref var call = ref _calls[slot];
        CancelTimer(slot);
        _exclusions.Clear(slot, ref call);
        var (place, op, companyWrapUp) = (call.Place, call.Operator, _lanes[call.Lane].WrapUp);
        if (place == CallPlace.Waiting)
        {
            _lanes.Remove(slot);
        }
        else if (place == CallPlace.Apart)
        {
            StandApartNoMore(slot);
        }
        else if (place == CallPlace.Offered)
        {
            Withdraw(slot, op, now);
        }

        _calls.Remove(slot);
        if (place == CallPlace.OnCall)
        {
            ref var freed = ref _operators[op];
            freed.Call = -1;
            freed.TalkTime += now - freed.Since;
            WrapUpOrSettle(ref freed, Longest(wrapUp.Ticks, WrapUpOf(freed), companyWrapUp), now);
        }
    }

    private long WrapUpOf(in BoardOperator op) => op.Has(OperatorMarks.WrapsUp) ? _operators.DetailsOf(op.Index).Profile.WrapUp.Ticks : 0;

    private static long Longest(long a, long b, long c) => Math.Max(a, Math.Max(b, c));
}
