using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Stores;

/// <summary>A delivery that this host is to attempt now.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Message">The message.</param>
public sealed record ClaimedDelivery(MessageDelivery Delivery, Message Message);
