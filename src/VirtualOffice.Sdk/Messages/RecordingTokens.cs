using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Tokens by which a delivery's recipient hears the voice message of its message, as often as they like while it works.</summary>
internal static class RecordingTokens
{
    private static readonly byte[] Purpose = "VirtualOffice voice message 1   "u8.ToArray();

    /// <summary>Where a delivery's recipient hears the voice message; null when it is attached.</summary>
    public static Uri? LinkOf(OfficeOptions options, CompanyDefinition? company, Message message, MessageDelivery delivery) =>
        message.Recording is not null && company?.Recording.InMessages == MessageRecording.Linked && options is { RecordingUrl: { } place, AcknowledgeSecret: { } secret }
            ? DeliveryTokens.LinkOf(place, DeliveryTokens.Write(secret, Purpose, delivery.Id, DeliveryTokens.BeginOf(delivery) + options.RecordingWithin))
            : null;

    /// <summary>Reads a token; false when it is not one of this office's, or its time is over.</summary>
    public static bool TryRead(OfficeOptions options, string token, DateTimeOffset now, out DeliveryId delivery) => DeliveryTokens.TryRead(options, Purpose, token, now, out delivery);
}
