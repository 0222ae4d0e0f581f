using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Which recordings a list shows.</summary>
/// <param name="Scope">Whose recordings.</param>
/// <param name="Before">Only those after this one in the list; null for the first page.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
/// <param name="State">Only those in this state; null for all.</param>
public sealed record RecordingFilter(TenantScope Scope, (CallId Call, RecordingId Recording)? Before = null, int Limit = 50, RecordingState? State = null);
