using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A call that the PBX's own fallback took because no host was connected.</summary>
/// <param name="Leg">The caller's leg.</param>
/// <param name="At">When the fallback took it.</param>
/// <param name="Dialled">The number dialled.</param>
/// <param name="Caller">Who called.</param>
public sealed record FallbackCall(LegId Leg, DateTimeOffset At, string Dialled, CallerId Caller);
