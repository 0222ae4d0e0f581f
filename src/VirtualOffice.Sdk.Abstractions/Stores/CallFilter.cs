using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Which calls a list shows.</summary>
/// <param name="Scope">Whose calls.</param>
/// <param name="Before">Only calls older than this one; null for the newest.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
public sealed record CallFilter(TenantScope Scope, CallId? Before = null, int Limit = 50)
{
    /// <summary>Only calls with this outcome; null for all.</summary>
    public CallOutcomeKind? Outcome { get; init; }

    /// <summary>Only calls this operator had last; null for all.</summary>
    public OperatorId? Operator { get; init; }

    /// <summary>Only calls from this number; null for all. Asked for within one company, that is a caller's history.</summary>
    public PhoneNumber? Caller { get; init; }

    /// <summary>Only calls received at this time or later, UTC; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only calls received before this time, UTC; null for no bound.</summary>
    public DateTimeOffset? Until { get; init; }
}
