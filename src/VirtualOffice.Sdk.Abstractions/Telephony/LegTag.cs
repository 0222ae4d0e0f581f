using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>What the SDK attaches to a leg it dials, so that the leg is recognised after a restart.</summary>
/// <param name="Call">The call that owns the leg.</param>
/// <param name="Role">Whose leg it is.</param>
public sealed record LegTag(CallId Call, LegRole Role);
