namespace VirtualOffice.Sdk.Staffing;

/// <summary>
/// Operators without a queue: a caller who finds all busy is turned away (M/G/n/n). A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic
/// telephone exchanges", 1917; computed by the recursion <c>B(k) = a·B(k−1) / (k + a·B(k−1))</c>.
/// </summary>
public static class ErlangB
{
    /// <summary>The share of callers who are turned away, 0 to 1.</summary>
    /// <param name="load">The offered load in Erlang: calls an hour × hours a call takes. Zero or more.</param>
    /// <param name="operators">How many operators. Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The load isn't a number of zero or more, or operators are fewer than none.</exception>
    public static double Blocking(double load, int operators)
    {
        Check.Load(load);
        ArgumentOutOfRangeException.ThrowIfNegative(operators);
        var blocking = 1.0;
        for (var k = 1; k <= operators; k++)
        {
            blocking = load * blocking / (k + (load * blocking));
        }

        return blocking;
    }
}
