namespace VirtualOffice.Sdk.Queues;

/// <summary>What can be announced to a waiting caller.</summary>
/// <param name="Position">1 for the next of the company's callers.</param>
/// <param name="ExpectedWait">
/// How much longer: (callers ahead + 1) × the sliding mean of the time between operators of the company becoming free (W. Whitt, "Predicting Queueing Delays",
/// Management Science 45, 1999). Null as long as none has become free while callers waited.
/// </param>
public sealed record QueueForecast(int Position, TimeSpan? ExpectedWait);
