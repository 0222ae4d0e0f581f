namespace VirtualOffice.Sdk.Simulation;

/// <summary>A task scheduler whose tasks a <see cref="DeterministicScheduler"/> runs.</summary>
internal interface ISimulatedScheduler
{
    /// <summary>Runs a task that was queued to this scheduler.</summary>
    void Execute(Task task);
}
