namespace VirtualOffice.Sdk.Telephony;

/// <summary>An outgoing leg to be made.</summary>
/// <param name="Leg">The leg's id, chosen by the SDK. Dialling an id again while it lives changes nothing.</param>
/// <param name="Tag">What the leg is tagged with.</param>
/// <param name="Target">Where to.</param>
/// <param name="Caller">Whom the far end sees calling.</param>
/// <param name="RingTime">How long the PBX itself lets it ring; it then ends with <see cref="LegEndCause.NoAnswer"/>, also when no host is there any more.</param>
public sealed record DialRequest(LegId Leg, LegTag Tag, DialTarget Target, CallerId Caller, TimeSpan RingTime);
