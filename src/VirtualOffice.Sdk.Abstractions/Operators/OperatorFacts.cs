namespace VirtualOffice.Sdk.Operators;

/// <summary>What a routing strategy knows of an operator who has just become free.</summary>
public readonly record struct OperatorFacts
{
    /// <summary>Counts up over the office whenever an operator becomes free: the smaller, the longer idle.</summary>
    public required long IdleTurn { get; init; }

    /// <summary>Counts up over the office whenever a call is offered: the smaller, the longer ago this operator was offered one; 0 for never.</summary>
    public required long OfferTurn { get; init; }

    /// <summary>Calls accepted since the operator came online.</summary>
    public required int CallsTaken { get; init; }

    /// <summary>Time with callers since the operator came online.</summary>
    public required TimeSpan TalkTime { get; init; }

    /// <summary>The operator's place in a fixed order; 0 unless one is set.</summary>
    public required int Order { get; init; }

    /// <summary>The share of calls the operator is to have, against the other operators'; 1 to 1,000.</summary>
    public required int Weight { get; init; }

    /// <summary>A random number above 0 and up to 1, from the office's seeded source.</summary>
    public required double Random { get; init; }

    /// <summary>The largest key, by this strategy, of the operators of the company who have been asked so far.</summary>
    public required long LastKey { get; init; }
}
