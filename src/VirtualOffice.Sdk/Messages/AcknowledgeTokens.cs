using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VirtualOffice.Sdk.Messages;

/// <summary>
/// Tokens by which a delivery's recipient acknowledges its message: the delivery's id, the end of the token's life, and an HMAC-SHA256 over both, in base64url.
/// The first acknowledgement of a message spends all its tokens: they change nothing afterwards.
/// </summary>
internal static class AcknowledgeTokens
{
    private const int IdLength = 16 + 4 + 8;
    private const int Length = IdLength + HMACSHA256.HashSizeInBytes;

    // A delivery is given up by itself before; later than this it was reopened by a person.
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromDays(6);

    // So that a signature made for another purpose with the same secret is none here.
    private static readonly byte[] Purpose = "VirtualOffice acknowledgement 2 "u8.ToArray();

    /// <summary>Where a delivery's recipient acknowledges; null when the office has no such place.</summary>
    public static Uri? LinkOf(OfficeOptions options, MessageDelivery delivery)
    {
        if (options is not { AcknowledgeUrl: { } page, AcknowledgeSecret: { } secret })
        {
            return null;
        }

        var text = page.AbsoluteUri;
        return new Uri($"{text}{(text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={Write(secret, delivery.Id, ExpiryOf(options, delivery))}");
    }

    /// <summary>When a delivery's token ends. It is the same in every attempt, so that the e-mails are.</summary>
    public static DateTimeOffset ExpiryOf(OfficeOptions options, MessageDelivery delivery) =>
        (delivery.DueAt - delivery.CreatedAt > LongestDelivery ? delivery.DueAt : delivery.CreatedAt) + options.AcknowledgeWithin;

    /// <summary>The token of a delivery.</summary>
    public static string Write(string secret, DeliveryId delivery, DateTimeOffset expiresAt)
    {
        Span<byte> token = stackalloc byte[Length];
        delivery.Message.Value.TryWriteBytes(token, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[16..], delivery.Number);
        BinaryPrimitives.WriteInt64BigEndian(token[20..], expiresAt.ToUnixTimeSeconds());
        Sign(secret, token[..IdLength], token[IdLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token; false when it is not one of this office's, or its time is over.</summary>
    public static bool TryRead(OfficeOptions options, string token, DateTimeOffset now, out DeliveryId delivery)
    {
        delivery = default;
        Span<byte> read = stackalloc byte[Length];
        if (options.AcknowledgeSecret is not { } secret
            || token.Length != Base64Url.GetEncodedLength(Length)
            || !Base64Url.IsValid(token, out var length)
            || length != Length)
        {
            return false;
        }

        Base64Url.DecodeFromChars(token, read);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(secret, read[..IdLength], signature);
        delivery = new DeliveryId(new MessageId(new Guid(read[..16], bigEndian: true)), BinaryPrimitives.ReadInt32BigEndian(read[16..]));
        return CryptographicOperations.FixedTimeEquals(signature, read[IdLength..]) && now.ToUnixTimeSeconds() <= BinaryPrimitives.ReadInt64BigEndian(read[20..]);
    }

    private static void Sign(string secret, ReadOnlySpan<byte> id, Span<byte> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Purpose);
        hmac.AppendData(id);
        hmac.GetHashAndReset(signature);
    }
}
