using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Which segments a report reads.</summary>
/// <param name="Scope">Whose calls.</param>
/// <param name="From">Only of calls received at this time or later, UTC.</param>
/// <param name="Until">Only of calls received before this time, UTC.</param>
/// <param name="After">Only segments after this one; null for the first.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
public sealed record SegmentFilter(TenantScope Scope, DateTimeOffset From, DateTimeOffset Until, (CallId Call, int Number)? After = null, int Limit = 500);
