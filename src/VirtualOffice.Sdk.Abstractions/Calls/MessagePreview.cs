using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What a draft would become if it were taken now. Nothing of it is kept.</summary>
/// <param name="Message">The message, with the answers of the script in it.</param>
/// <param name="Deliveries">To whom it would go, how and when; in the order of the company's rule.</param>
public sealed record MessagePreview(Message Message, IReadOnlyList<MessageDelivery> Deliveries);
