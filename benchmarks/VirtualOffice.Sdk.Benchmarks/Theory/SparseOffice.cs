using System.Numerics;

namespace VirtualOffice.Sdk.Benchmarks.Theory;

/// <summary>
/// First come, first served, longest idle operator first, where not everybody serves everybody: exact by the product form (I. Adan, G. Weiss, "A skill based parallel service system under FCFS-ALIS —
/// steady state, overloads, and abandonments", Stochastic Systems 4, 2014), summed over all orders of operators. Up to 7 operators.
/// </summary>
internal sealed class SparseOffice
{
    private readonly double[] _rates;
    private readonly uint[] _serves;
    private readonly double _service;
    private double _sum;

    /// <param name="rates">The rate of calls of each company.</param>
    /// <param name="serves">The companies each operator serves.</param>
    /// <param name="service">The rate at which an operator ends calls.</param>
    public SparseOffice(double[] rates, int[][] serves, double service)
    {
        (_rates, _service) = (rates, service);
        _serves = [.. serves.Select(companies => companies.Aggregate(0u, (bits, c) => bits | (1u << c)))];
        (WaitProbability, MeanQueue, Utilisation) = (new double[rates.Length], new double[rates.Length], new double[serves.Length]);
        var order = Enumerable.Range(0, serves.Length).ToArray();
        Permute(order, 0);
        Scale(WaitProbability);
        Scale(MeanQueue);
        Scale(Utilisation);
    }

    /// <summary>By company: the share of callers who find all their operators busy.</summary>
    public double[] WaitProbability { get; }

    /// <summary>By company: how many wait.</summary>
    public double[] MeanQueue { get; }

    /// <summary>By operator: the share of time with a call.</summary>
    public double[] Utilisation { get; }

    private void Scale(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= _sum;
        }
    }

    private void Permute(int[] order, int from)
    {
        if (from == order.Length)
        {
            for (var busy = 0; busy <= order.Length; busy++)
            {
                Add(order, busy);
            }

            return;
        }

        for (var i = from; i < order.Length; i++)
        {
            (order[from], order[i]) = (order[i], order[from]);
            Permute(order, from + 1);
            (order[from], order[i]) = (order[i], order[from]);
        }
    }

    /// <summary>The weight of the states in which the first of the order are busy, in the order of their calls, and the others idle, in the order of their turns; summed over all lengths of the queues.</summary>
    private void Add(int[] order, int busy)
    {
        var weight = 1.0;
        var queues = new double[_rates.Length];
        for (var j = 0; j < busy; j++)
        {
            var only = OnlyServedBy(order.AsSpan(0, j + 1));
            var (waiting, rate) = (Rate(only), (j + 1) * _service);
            if (waiting >= rate)
            {
                throw new InvalidOperationException("Some of the operators have more calls than they can serve; there is no steady state.");
            }

            weight /= rate - waiting;
            for (var c = 0; c < _rates.Length; c++)
            {
                queues[c] += (only & (1u << c)) == 0 ? 0 : _rates[c] / (rate - waiting);
            }
        }

        for (var j = busy; j < order.Length; j++)
        {
            weight /= Rate(Served(order.AsSpan(j)));
        }

        _sum += weight;
        var wait = OnlyServedBy(order.AsSpan(0, busy));
        for (var c = 0; c < _rates.Length; c++)
        {
            MeanQueue[c] += weight * queues[c];
            WaitProbability[c] += (wait & (1u << c)) == 0 ? 0 : weight;
        }

        foreach (var op in order.AsSpan(0, busy))
        {
            Utilisation[op] += weight;
        }
    }

    private uint Served(ReadOnlySpan<int> operators)
    {
        var served = 0u;
        foreach (var op in operators)
        {
            served |= _serves[op];
        }

        return served;
    }

    private uint OnlyServedBy(ReadOnlySpan<int> operators)
    {
        var others = 0u;
        for (var op = 0; op < _serves.Length; op++)
        {
            others |= operators.Contains(op) ? 0 : _serves[op];
        }

        return ((1u << _rates.Length) - 1) & ~others;
    }

    private double Rate(uint companies)
    {
        var rate = 0.0;
        for (; companies != 0; companies &= companies - 1)
        {
            rate += _rates[BitOperations.TrailingZeroCount(companies)];
        }

        return rate;
    }
}
