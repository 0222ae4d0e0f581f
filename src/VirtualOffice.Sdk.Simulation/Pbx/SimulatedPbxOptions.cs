namespace VirtualOffice.Sdk.Simulation;

/// <summary>How a <see cref="SimulatedPbx"/> is made.</summary>
public sealed class SimulatedPbxOptions
{
    /// <summary>The longest a command and its answer take, each way; drawn evenly from zero to this. Zero carries commands out at once. 5 ms by default.</summary>
    public TimeSpan MaxCommandLatency { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>The longest an event takes; drawn evenly from zero to this, so that events of different legs overtake each other. 5 ms by default.</summary>
    public TimeSpan MaxEventLatency { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>The longest it takes from the end of a recording until it is complete and reported; zero by default. With more, a recording may be reported after the end of its leg.</summary>
    public TimeSpan MaxRecordingLatency { get; set; }

    /// <summary>How long a host waits before it connects again; 1 s by default.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a host takes to notice that the network is cut; 5 s by default.</summary>
    public TimeSpan HeartbeatTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a new caller hears ringing while no host is connected, before the fallback; 10 s by default.</summary>
    public TimeSpan FallbackAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the fallback's announcement is; the PBX hangs up after it, or records a message. 5 s by default.</summary>
    public TimeSpan FallbackDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest voice message that the fallback records after its announcement; 10 s of silence end it earlier. Zero, the default, for a fallback that records none.</summary>
    public TimeSpan FallbackMessageLimit { get; set; }

    /// <summary>How long the beep before a recording is; 0.4 s by default.</summary>
    public TimeSpan BeepDuration { get; set; } = TimeSpan.FromSeconds(0.4);

    /// <summary>The prompts the PBX knows, by name, and how long each is.</summary>
    public IDictionary<string, TimeSpan> Prompts { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>How long prompts are that are not in <see cref="Prompts"/>; null when there are no others. 3 s by default.</summary>
    public TimeSpan? OtherPrompts { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How many parties whose leg has ended are kept for inspection; 10,000 by default.</summary>
    public int KeptParties { get; set; } = 10_000;

    /// <summary>How many records of its calls the PBX keeps; 100,000 by default.</summary>
    public int KeptCallRecords { get; set; } = 100_000;
}
