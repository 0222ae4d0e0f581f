namespace VirtualOffice.Sdk.Messages;

/// <summary>Finds the delivery in an e-mail's Message-ID (RFC 5322, 3.6.4), whose left side it is; the right side is the sender's domain and may have changed.</summary>
internal static class EmailMessageId
{
    private const int Longest = 1000;

    public static bool TryRead(string messageId, out DeliveryId delivery)
    {
        delivery = default;
        var text = messageId.AsSpan().Trim().TrimStart('<').TrimEnd('>').Trim();
        return text.Length <= Longest && text.IndexOf('@') is > 0 and var at && DeliveryId.TryParse(text[..at].ToString(), out delivery);
    }
}
