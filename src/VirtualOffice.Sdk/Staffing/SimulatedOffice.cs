namespace VirtualOffice.Sdk.Staffing;

/// <summary>An office to simulate: callers come at random (Poisson), talk and are patient for exponential times.</summary>
internal sealed record SimulatedOffice
{
    public required IReadOnlyList<SimulatedCompany> Companies { get; init; }

    /// <summary>The companies each operator serves.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Operators { get; init; }

    /// <summary>How many operators are there, by interval, the first ones first; empty for all, always.</summary>
    public IReadOnlyList<int> Staff { get; init; } = [];

    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The mean time a call takes.</summary>
    public TimeSpan Talk { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The time after each call, always the same.</summary>
    public TimeSpan WrapUp { get; init; }

    /// <summary>How long callers wait before they hang up, in the mean; null for as long as it takes.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>What counts as answered in time.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether calls are tallied by the interval they came in, instead of by company and whether the caller is a VIP.</summary>
    public bool TallyByInterval { get; init; }
}
