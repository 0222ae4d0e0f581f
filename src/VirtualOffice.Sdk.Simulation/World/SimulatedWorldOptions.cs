namespace VirtualOffice.Sdk.Simulation;

/// <summary>How a <see cref="SimulatedWorld"/> is made.</summary>
public sealed class SimulatedWorldOptions
{
    /// <summary>The first instant; Monday 2 March 2026, 09:00 UTC by default.</summary>
    public DateTimeOffset StartAt { get; init; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Which ready task runs next; FIFO by default.</summary>
    public TaskOrder Order { get; init; }

    /// <summary>How many tasks may run without time passing before a run is given up as a livelock; 100,000 by default.</summary>
    public int MaxStepsAtOneInstant { get; init; } = 100_000;

    /// <summary>How many tasks one run may run in all; 50,000,000 by default.</summary>
    public long MaxSteps { get; init; } = 50_000_000;

    /// <summary>How much virtual time one run may take when it is not told otherwise; one day by default.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromDays(1);
}
