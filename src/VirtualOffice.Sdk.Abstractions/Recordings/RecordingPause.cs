namespace VirtualOffice.Sdk.Recordings;

/// <summary>A time in which a recording took nothing in.</summary>
/// <param name="From">When it began, UTC.</param>
/// <param name="To">When it ended, UTC; null while it goes on.</param>
/// <param name="Reason">Why.</param>
public sealed record RecordingPause(DateTimeOffset From, DateTimeOffset? To, PauseReason Reason);
