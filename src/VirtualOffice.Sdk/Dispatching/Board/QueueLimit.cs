namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A rule of a company's queue: what is too much, and the exit it leads to. Of several rules the first that holds counts.</summary>
/// <param name="Kind">What can be too much.</param>
/// <param name="Exit">What becomes of the call.</param>
internal sealed record QueueLimit(LimitKind Kind, QueueExitKind Exit)
{
    /// <summary>The most calls, or calls for each operator.</summary>
    public int Count { get; init; }

    /// <summary>The longest wait.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>The lane to overflow to.</summary>
    public int Lane { get; init; } = -1;
}
