namespace VirtualOffice.Sdk.Messages;

/// <summary>Tokens by which a delivery's recipient acknowledges its message. The first acknowledgement of a message spends all its tokens: they change nothing afterwards.</summary>
internal static class AcknowledgeTokens
{
    // So that a signature made for another purpose with the same secret is none here.
    private static readonly byte[] Purpose = "VirtualOffice acknowledgement 2 "u8.ToArray();

    /// <summary>Where a delivery's recipient acknowledges; null when the office has no such place.</summary>
    public static Uri? LinkOf(OfficeOptions options, MessageDelivery delivery) => options is { AcknowledgeUrl: { } page, AcknowledgeSecret: { } secret }
        ? DeliveryTokens.LinkOf(page, Write(secret, delivery.Id, ExpiryOf(options, delivery)))
        : null;

    /// <summary>When a delivery's token ends. It is the same in every attempt, so that the e-mails are.</summary>
    public static DateTimeOffset ExpiryOf(OfficeOptions options, MessageDelivery delivery) => DeliveryTokens.BeginOf(delivery) + options.AcknowledgeWithin;

    /// <summary>The token of a delivery.</summary>
    public static string Write(string secret, DeliveryId delivery, DateTimeOffset expiresAt) => DeliveryTokens.Write(secret, Purpose, delivery, expiresAt);

    /// <summary>Reads a token; false when it is not one of this office's, or its time is over.</summary>
    public static bool TryRead(OfficeOptions options, string token, DateTimeOffset now, out DeliveryId delivery) => DeliveryTokens.TryRead(options, Purpose, token, now, out delivery);
}
