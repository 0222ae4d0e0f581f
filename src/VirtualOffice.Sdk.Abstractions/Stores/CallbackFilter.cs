using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Which call-back tasks a work list shows.</summary>
/// <param name="Scope">Whose callers.</param>
/// <param name="After">Only tasks of calls after this one; null for the first page.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
/// <param name="WithEnded">Also those that have ended.</param>
public sealed record CallbackFilter(TenantScope Scope, CallId? After = null, int Limit = 50, bool WithEnded = false);
