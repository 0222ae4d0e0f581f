namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>The offer that rings at the desk.</summary>
/// <param name="At">Since when.</param>
/// <param name="CanAccept">Whether the phone can be told to pick up; otherwise it is picked up by hand.</param>
internal sealed record DeskOfferView(DateTimeOffset At, bool CanAccept);
