namespace VirtualOffice.Sdk.Simulation;

/// <summary>Which of several ready tasks a <see cref="DeterministicScheduler"/> runs next.</summary>
public enum TaskOrder
{
    /// <summary>The one that has been ready for longest.</summary>
    Fifo,

    /// <summary>Any, drawn from the seed: every seed is another interleaving, and the same seed is always the same one.</summary>
    Seeded,
}
