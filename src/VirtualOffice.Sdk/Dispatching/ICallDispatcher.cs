namespace VirtualOffice.Sdk.Dispatching;

/// <summary>
/// Brings waiting calls and operators together. Message-shaped: commands in, decisions out to an <see cref="IDispatchListener"/>; every command may be
/// repeated without a second effect, so that the board could live on another machine and be rebuilt from the journal.
/// </summary>
internal interface ICallDispatcher
{
    /// <summary>The board's own time, which counts on evenly when the wall clock is set.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Posts a command; never waits. Decisions are delivered before this returns, or soon after by whoever is draining.</summary>
    void Post(DispatchCommand command);

    /// <summary>Posts a command from outside; completes when it has been applied and its decisions are delivered. Waits while too many others stand in line.</summary>
    Task PostAsync(DispatchCommand command);
}
