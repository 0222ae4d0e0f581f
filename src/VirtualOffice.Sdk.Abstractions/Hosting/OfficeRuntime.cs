namespace VirtualOffice.Sdk;

/// <summary>
/// Everything an office takes from the world that could differ between two runs: time, threads, ids and chance.
/// Replacing it makes an office deterministic: one thread, a virtual clock, and a seed that replays exactly.
/// </summary>
/// <remarks>Immutable. <see cref="Random"/> is used only for choices and jitter, never for secrets, and must be safe for concurrent use when <see cref="Scheduler"/> runs on several threads.</remarks>
public sealed class OfficeRuntime
{
    /// <summary>Time, both of the wall and monotonic, and all timers.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the office runs; every call takes its own exclusive half of a pair over it.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;

    /// <summary>The source of ids.</summary>
    public required IIdSource Ids { get; init; }

    /// <summary>The source of chance.</summary>
    public required Random Random { get; init; }
}
