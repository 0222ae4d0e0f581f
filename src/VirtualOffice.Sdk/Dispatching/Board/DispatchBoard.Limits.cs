using System.Numerics;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>Waiting, and when it is too much.</content>
internal sealed partial class DispatchBoard
{
    /// <summary>Where a waiting call stands among its company's and how long it can be expected to wait still; null when it doesn't wait. Walks the queue: for announcements, not for decisions.</summary>
    public WaitForecast? Forecast(CallHandle handle)
    {
        var slot = _calls.Find(handle);
        if (slot < 0 || _calls[slot].Place != CallPlace.Waiting)
        {
            return null;
        }

        var company = _lanes[_calls[slot].Lane].Company;
        var (key, sequence, ahead) = (_keys.KeyOf(_calls[slot]), _calls[slot].Sequence, 0);
        foreach (var lane in company.Lanes)
        {
            for (var bands = _lanes[lane].Bands; bands != 0; bands &= bands - 1)
            {
                for (var other = _lanes.FirstOf(lane, BitOperations.TrailingZeroCount(bands)); other >= 0; other = _calls[other].Next)
                {
                    var otherKey = _keys.KeyOf(_calls[other]);
                    if (otherKey > key || (otherKey == key && _calls[other].Sequence >= sequence))
                    {
                        break;
                    }

                    ahead++;
                }
            }
        }

        return new WaitForecast(ahead + 1, company.ExpectedWait(ahead) is var ticks and >= 0 ? new TimeSpan(ticks) : null);
    }

    /// <summary>Lets a call wait in its lane, unless a limit of its company says otherwise.</summary>
    private void Wait(int slot, long now)
    {
        ref var lane = ref _lanes[_calls[slot].Lane];
        if (lane.Has(LaneRules.Limits))
        {
            var company = lane.Company;
            var limits = company.Limits;
            for (var i = 0; i < limits.Length; i++)
            {
                if (IsReached(limits[i], company))
                {
                    Exit(slot, i, now);
                    return;
                }
            }
        }

        Stay(slot, now);
    }

    private void Stay(int slot, long now)
    {
        ref var lane = ref _lanes[_calls[slot].Lane];
        _calls[slot].Place = CallPlace.Waiting;
        lane.Company.StartsWaiting(now);
        _lanes.Append(slot);
        ArmTimer(slot, now);
    }

    private static bool IsReached(QueueLimit limit, BoardCompany company) => limit.Kind switch
    {
        LimitKind.QueueLength => company.Waiting >= limit.Count,
        LimitKind.ExpectedWait => company.ExpectedWait(company.Waiting) > limit.Time.Ticks,
        LimitKind.WaitingPerOperator => company.Waiting >= (long)limit.Count * company.Online,
        LimitKind.NobodyOnline => company.Online == 0,
        LimitKind.EverybodyOnBreak => company.Online > 0 && company.OnBreak == company.Online,
        _ => false,
    };

    /// <summary>A call that stands in no lane leaves the company's queue.</summary>
    private void Exit(int slot, int index, long now)
    {
        ref var call = ref _calls[slot];
        var limit = _lanes[call.Lane].Company.Limits[index];
        _decisions.Add(new Decision(DecisionKind.Exited, _calls.HandleOf(slot), -1, index, default));
        if (limit.Exit != QueueExitKind.Overflow)
        {
            _exclusions.Clear(slot, ref call);
            _calls.Remove(slot);
            return;
        }

        call.Lane = limit.Lane;
        call.Marks |= CallMarks.Overflowed;
        var seat = FindSeat(slot, now);
        if (seat >= 0)
        {
            Offer(slot, seat, now);
        }
        else
        {
            Stay(slot, now);
        }
    }

    /// <summary>The company's limit of waiting time, if the call has reached it; −1 otherwise.</summary>
    private int WaitLimitOf(in CallSlot call, long now)
    {
        var limits = _lanes[call.Lane].Company.Limits;
        for (var i = 0; i < limits.Length; i++)
        {
            if (limits[i].Kind == LimitKind.Wait && MayExit(call, limits[i]) && call.EnqueuedAt + limits[i].Time.Ticks <= now)
            {
                return i;
            }
        }

        return -1;
    }

    private static long WaitLimitEnds(in CallSlot call, QueueLimit[] limits)
    {
        var ends = long.MaxValue;
        for (var i = 0; i < limits.Length; i++)
        {
            if (limits[i].Kind == LimitKind.Wait && MayExit(call, limits[i]))
            {
                ends = Math.Min(ends, call.EnqueuedAt + limits[i].Time.Ticks);
            }
        }

        return ends;
    }

    private static bool MayExit(in CallSlot call, QueueLimit limit) => !call.Has(CallMarks.Patient) && (limit.Exit != QueueExitKind.Overflow || !call.Has(CallMarks.Overflowed));

    /// <summary>After an operator went offline or on a break: lets those go who wait for nobody, where their company says so.</summary>
    private void LetGoWhoWaitForNobody(ref BoardOperator op, long now)
    {
        foreach (var served in _operators.DetailsOf(op.Index).Companies)
        {
            var company = _companies[served];
            var limits = company.Limits;
            for (var i = 0; i < limits.Length && company.Waiting > 0; i++)
            {
                if (limits[i].Kind is LimitKind.NobodyOnline or LimitKind.EverybodyOnBreak && IsReached(limits[i], company))
                {
                    foreach (var slot in WaitingInOrder(company))
                    {
                        if (MayExit(_calls[slot], limits[i]))
                        {
                            CancelTimer(slot);
                            _lanes.Remove(slot);
                            Exit(slot, i, now);
                        }
                    }
                }
            }
        }
    }
}
