using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk;

/// <summary>
/// An office's accounts: what came in must be what went out and what is still there. Counted anew in the stores and not from running totals, so that a
/// counter that is wrong or full cannot hide a lost call.
/// </summary>
/// <param name="At">When they were drawn up, UTC.</param>
/// <param name="Since">From when calls and deliveries are counted, UTC.</param>
/// <param name="Calls">The journal's calls.</param>
/// <param name="Running">How many calls run in this host.</param>
/// <param name="Outbox">The deliveries of messages.</param>
/// <param name="OpenCallbacks">How many callers wait to be called back, however long since.</param>
/// <param name="Spooled">How many entries wait in the emergency spool.</param>
/// <param name="Imbalances">What does not balance now, one sentence each. One that lasts for a minute is an alarm; shorter ones are things on their way.</param>
public sealed record OfficeBooks(
    DateTimeOffset At,
    DateTimeOffset Since,
    CallCounts Calls,
    int Running,
    OutboxCounts Outbox,
    long OpenCallbacks,
    int Spooled,
    IReadOnlyList<string> Imbalances);
