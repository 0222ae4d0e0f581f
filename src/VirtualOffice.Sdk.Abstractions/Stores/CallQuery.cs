using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>A page of calls, newest first.</summary>
/// <param name="Scope">Whose calls.</param>
/// <param name="Before">Only calls older than this one; null for the newest.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
public sealed record CallQuery(TenantScope Scope, CallId? Before = null, int Limit = 50);
