namespace VirtualOffice.Sdk.Staffing;

/// <summary>How a company is called. Callers come at random (Poisson); talk and patience are exponential.</summary>
public sealed record CallPattern
{
    /// <summary>How many calls come in each half hour, in the mean, from the first; usually 48. Each zero or more.</summary>
    public required IReadOnlyList<double> CallsPerHalfHour { get; init; }

    /// <summary>How long a talk takes in the mean; above zero, up to a day.</summary>
    public required TimeSpan Talk { get; init; }

    /// <summary>How long an operator needs after each call; zero or more, up to a day. Zero by default.</summary>
    public TimeSpan WrapUp { get; init; }

    /// <summary>How long callers wait before they hang up, in the mean; above zero. Null, the default, for callers who wait as long as it takes.</summary>
    public TimeSpan? Patience { get; init; }
}
