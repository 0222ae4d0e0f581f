namespace VirtualOffice.Sdk.Simulation;

/// <summary>A task that could run now.</summary>
/// <param name="Owner">The scheduler it was queued to.</param>
/// <param name="Task">The task.</param>
internal readonly record struct ReadyTask(ISimulatedScheduler Owner, Task Task);
