namespace VirtualOffice.Sdk.Staffing;

/// <summary>A half hour of a plan.</summary>
public sealed record StaffedInterval
{
    /// <summary>When it begins, from the beginning of the pattern.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>How many calls are expected.</summary>
    public required double Calls { get; init; }

    /// <summary>The fewest operators with whom the simulated days reach the target.</summary>
    public required int Operators { get; init; }

    /// <summary>The fewest with whom the days simulated don't rule out, with 95 % confidence, that the target is reached.</summary>
    public required int OperatorsLow { get; init; }

    /// <summary>The fewest with whom the target is reached with 95 % confidence.</summary>
    public required int OperatorsHigh { get; init; }

    /// <summary>The share of callers answered in time with <see cref="Operators"/>, on days that had no part in the search.</summary>
    public required Estimate ServiceLevel { get; init; }

    /// <summary>The share of callers who hang up.</summary>
    public required Estimate AbandonRate { get; init; }

    /// <summary>The mean wait of all callers.</summary>
    public required TimeSpan MeanWait { get; init; }

    /// <summary>The share of their time that operators talk or wrap up, 0 to 1.</summary>
    public required double Occupancy { get; init; }

    /// <summary>What Erlang C asks for: a steady state, and nobody hangs up; so it knows no abandon rate.</summary>
    public required int ErlangC { get; init; }

    /// <summary>What Erlang A asks for: a steady state, and callers hang up; null when patience has no end.</summary>
    public required int? ErlangA { get; init; }
}
