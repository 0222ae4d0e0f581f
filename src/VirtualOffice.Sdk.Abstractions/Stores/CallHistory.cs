using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>A call's journal.</summary>
/// <param name="Call">The call.</param>
/// <param name="Events">All its events, in order, from sequence number 1.</param>
public sealed record CallHistory(CallId Call, IReadOnlyList<CallEvent> Events);
