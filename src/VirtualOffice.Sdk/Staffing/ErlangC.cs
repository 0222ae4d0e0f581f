namespace VirtualOffice.Sdk.Staffing;

/// <summary>
/// Operators with a queue in which everybody waits as long as it takes (M/M/n). A. K. Erlang, 1917. Steady states exist only for a load below the number of operators;
/// at or above it everybody waits, for ever.
/// </summary>
public static class ErlangC
{
    /// <summary>The share of callers who have to wait: <c>C = nB / (n − a(1 − B))</c>, 0 to 1.</summary>
    /// <param name="load">The offered load in Erlang, zero or more.</param>
    /// <param name="operators">How many operators, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The load isn't a number of zero or more, or operators are fewer than none.</exception>
    public static double WaitProbability(double load, int operators)
    {
        var blocking = ErlangB.Blocking(load, operators);
        return load >= operators ? 1 : operators * blocking / (operators - (load * (1 - blocking)));
    }

    /// <summary>The mean wait of all callers: <c>C / (nμ − λ)</c>; <see cref="TimeSpan.MaxValue"/> when the load isn't below the operators.</summary>
    /// <param name="load">The offered load in Erlang, zero or more.</param>
    /// <param name="operators">How many operators, zero or more.</param>
    /// <param name="service">How long a call takes an operator in the mean; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static TimeSpan MeanWait(double load, int operators, TimeSpan service)
    {
        Check.Positive(service);
        var waits = WaitProbability(load, operators);
        return load >= operators ? TimeSpan.MaxValue : service * (waits / (operators - load));
    }

    /// <summary>The share of callers who are answered within a time: <c>1 − C·e^(−(nμ − λ)t)</c>, 0 to 1.</summary>
    /// <param name="load">The offered load in Erlang, zero or more.</param>
    /// <param name="operators">How many operators, zero or more.</param>
    /// <param name="service">How long a call takes an operator in the mean; above zero.</param>
    /// <param name="within">The time, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double ServiceLevel(double load, int operators, TimeSpan service, TimeSpan within)
    {
        Check.Positive(service);
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);
        var waits = WaitProbability(load, operators);
        return load >= operators ? 0 : 1 - (waits * Math.Exp(-(operators - load) * (within / service)));
    }

    /// <summary>
    /// The mean waits when VIPs go before all others, without interrupting: <c>W_vip = C/(nμ)/(1 − s_vip)</c> and <c>W = W_vip/(1 − s)</c>, with s the load for each operator (A. Cobham, "Priority
    /// assignment in waiting line problems", Operations Research 2, 1954).
    /// </summary>
    /// <param name="vipLoad">The VIPs' load in Erlang, zero or more.</param>
    /// <param name="load">The load of all, VIPs included, below the number of operators.</param>
    /// <param name="operators">How many operators.</param>
    /// <param name="service">How long a call takes an operator in the mean; above zero.</param>
    /// <returns>The mean wait of VIPs, and of the others.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static (TimeSpan Vip, TimeSpan Others) MeanWaits(double vipLoad, double load, int operators, TimeSpan service)
    {
        Check.Load(vipLoad);
        Check.Load(load);
        Check.Positive(service);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vipLoad, load);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(load, operators);
        var vip = WaitProbability(load, operators) / operators / (1 - (vipLoad / operators));
        return (service * vip, service * (vip / (1 - (load / operators))));
    }
}
