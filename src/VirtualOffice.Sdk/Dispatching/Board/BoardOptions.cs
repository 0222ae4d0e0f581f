namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The policy of a whole board.</summary>
internal sealed record BoardOptions
{
    /// <summary>The most bands a board can have.</summary>
    public const int MaxBands = 8;

    /// <summary>The most rings a company can have.</summary>
    public const int MaxRings = 8;

    /// <summary>The callers' priorities, first the ones to be served first.</summary>
    public IReadOnlyList<PriorityBand> Bands { get; init; } = PriorityBand.Usual;

    /// <summary>How long an operator who declined or missed a call is not offered that call again.</summary>
    public TimeSpan DeclinePause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>When an offer nobody has answered for counts as missed; null for never.</summary>
    public TimeSpan? OfferLimit { get; init; }

    /// <summary>After how many calls missed in a row an operator is sent on a break; zero for never.</summary>
    public int MissesBeforeBreak { get; init; }

    /// <summary>The most companies an operator can be assigned to.</summary>
    public int MaxCompaniesPerOperator { get; init; } = 5;

    /// <summary>Seeds the random numbers that strategies are given.</summary>
    public int Seed { get; init; } = 1;
}
