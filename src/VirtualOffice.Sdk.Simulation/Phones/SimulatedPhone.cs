namespace VirtualOffice.Sdk.Simulation;

/// <summary>How a phone behaves when it is dialled. Immutable.</summary>
public sealed record SimulatedPhone
{
    /// <summary>What it does.</summary>
    public required PhoneReaction Reaction { get; init; }

    /// <summary>How long it takes until it rings, is found busy or is found missing; 50 ms by default.</summary>
    public TimeSpan SetUp { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long it rings before it is answered or the call is declined.</summary>
    public TimeSpan Rings { get; init; }

    /// <summary>How long after the answer it hangs up; null for never.</summary>
    public TimeSpan? Talks { get; init; }

    /// <summary>The keys pressed after the answer; null for none.</summary>
    public string? Presses { get; init; }

    /// <summary>How long after the answer they are pressed; 2 s by default.</summary>
    public TimeSpan PressesAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A phone that is busy.</summary>
    public static SimulatedPhone Busy { get; } = new() { Reaction = PhoneReaction.Busy };

    /// <summary>A phone that rings and is never answered.</summary>
    public static SimulatedPhone NeverAnswers { get; } = new() { Reaction = PhoneReaction.Ignore };

    /// <summary>A phone that is not there.</summary>
    public static SimulatedPhone Unreachable { get; } = new() { Reaction = PhoneReaction.Unreachable };

    /// <summary>A phone that is answered.</summary>
    /// <param name="rings">How long it rings before.</param>
    /// <param name="talks">How long after the answer it hangs up; null for never.</param>
    public static SimulatedPhone Answers(TimeSpan rings, TimeSpan? talks = null) => new() { Reaction = PhoneReaction.Answer, Rings = rings, Talks = talks };

    /// <summary>A phone whose owner declines the call.</summary>
    /// <param name="rings">How long it rings before.</param>
    public static SimulatedPhone Rejects(TimeSpan rings) => new() { Reaction = PhoneReaction.Reject, Rings = rings };
}
