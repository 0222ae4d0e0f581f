using System.Numerics;
using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>How a company's queue stands, without a look at every call.</content>
internal sealed partial class DispatchBoard
{
    /// <summary>How many calls of a company wait.</summary>
    public int WaitingOf(int company) => _companies[company].Waiting;

    /// <summary>From when the place of a company's oldest waiting call counts; <see cref="long.MaxValue"/> when none waits.</summary>
    public long OldestOf(int company)
    {
        var (owner, oldest) = (_companies[company], long.MaxValue);
        if (owner.Waiting == 0)
        {
            return oldest;
        }

        foreach (var lane in owner.Lanes)
        {
            for (var bands = _lanes[lane].Bands; bands != 0; bands &= bands - 1)
            {
                oldest = Math.Min(oldest, _calls[_lanes.FirstOf(lane, BitOperations.TrailingZeroCount(bands))].EnqueuedAt);
            }
        }

        foreach (var (op, _, _) in owner.Operators)
        {
            oldest = Math.Min(oldest, _operators[op].Has(OperatorMarks.HasApart) ? OldestApart(op, owner) : long.MaxValue);
        }

        return oldest;
    }

    /// <summary>How many of a company's operators are in each state.</summary>
    /// <param name="company">The company.</param>
    /// <param name="counts">Takes the numbers, each at its state.</param>
    public void CountOperators(int company, Span<int> counts)
    {
        counts.Clear();
        foreach (var (op, _, _) in CollectionsMarshal.AsSpan(_companies[company].Operators))
        {
            counts[(int)_operators[op].State]++;
        }
    }

    private long OldestApart(int op, BoardCompany company)
    {
        var oldest = long.MaxValue;
        foreach (var slot in _operators.DetailsOf(op).Apart)
        {
            oldest = _lanes[_calls[slot].Lane].Company == company ? Math.Min(oldest, _calls[slot].EnqueuedAt) : oldest;
        }

        return oldest;
    }
}
