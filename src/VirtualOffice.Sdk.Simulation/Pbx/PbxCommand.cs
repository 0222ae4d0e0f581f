using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A command that a host sends to a PBX.</summary>
/// <param name="Name">The method of <see cref="ITelephonyProvider"/>, without <c>Async</c>, for example <c>Dial</c>.</param>
/// <param name="Leg">The leg it is for; null for commands that are for none.</param>
public sealed record PbxCommand(string Name, LegId? Leg);
