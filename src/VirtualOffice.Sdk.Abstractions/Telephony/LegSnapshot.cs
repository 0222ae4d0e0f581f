namespace VirtualOffice.Sdk.Telephony;

/// <summary>A leg as the PBX has it now.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Tag">The SDK's tag; null on a leg the SDK did not dial.</param>
/// <param name="Offer">What was offered with an incoming leg, so that a call whose offer was missed can still be taken; null on a leg the SDK dialled.</param>
public sealed record LegSnapshot(LegId Leg, LegState State, LegTag? Tag, LegOffered? Offer);
