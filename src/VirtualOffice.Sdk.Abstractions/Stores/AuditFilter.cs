using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Which entries of the audit a list shows.</summary>
/// <param name="Scope">Of which company.</param>
/// <param name="Before">Only entries older than this one; null for the newest.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
public sealed record AuditFilter(TenantScope Scope, AuditId? Before = null, int Limit = 50)
{
    /// <summary>Only what this person did, by the whole name; null for all.</summary>
    public string? By { get; init; }

    /// <summary>Only such acts; null for all.</summary>
    public AuditAct? Act { get; init; }

    /// <summary>Only what concerns this call; null for all.</summary>
    public CallId? Call { get; init; }

    /// <summary>Only what was done at this time or later, UTC; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only what was done before this time, UTC; null for no bound.</summary>
    public DateTimeOffset? Until { get; init; }
}
