using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Supervision;

/// <summary>A supervisor who listens in on a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Supervisor">At whose phone.</param>
/// <param name="Mode">How.</param>
/// <param name="By">Who asked for it, by name.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="IsConnected">Whether the supervisor has picked up.</param>
public sealed record CallListener(CallId Call, OperatorId Supervisor, ListeningMode Mode, string By, DateTimeOffset Since, bool IsConnected);
