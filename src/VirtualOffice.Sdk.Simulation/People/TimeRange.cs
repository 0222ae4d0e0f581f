namespace VirtualOffice.Sdk.Simulation;

/// <summary>A time that is drawn evenly between two.</summary>
/// <param name="From">The least.</param>
/// <param name="To">The most.</param>
public readonly record struct TimeRange(TimeSpan From, TimeSpan To)
{
    /// <summary>A range in seconds.</summary>
    public static TimeRange Seconds(double from, double to) => new(TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(to));

    internal TimeSpan Draw(Random random) => From + ((To - From) * random.NextDouble());
}
