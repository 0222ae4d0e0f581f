namespace VirtualOffice.Sdk.Messages;

/// <summary>The delivery of one message to one recipient; stable over all attempts.</summary>
/// <param name="Message">The message.</param>
/// <param name="Number">The recipient's number in the message, from 1.</param>
public readonly record struct DeliveryId(MessageId Message, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Message}.{Number}";
}
