namespace VirtualOffice.Sdk.Simulation;

/// <summary>How a caller behaves who was not told what to do. Immutable.</summary>
public sealed record SimulatedCaller
{
    /// <summary>A caller who does nothing by themselves: stays on the line until the test hangs up.</summary>
    public static SimulatedCaller Passive { get; } = new();

    /// <summary>How long the caller waits for a person; hangs up then, unless a message is being left. Null for ever.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>How long the caller talks to each person before hanging up; null for ever.</summary>
    public TimeSpan? Talks { get; init; }

    /// <summary>How long the caller speaks after the beep, and hangs up then; zero for one who hangs up at the beep, null for one who stays silent.</summary>
    public TimeSpan? Message { get; init; }
}
