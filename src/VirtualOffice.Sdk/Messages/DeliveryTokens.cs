using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VirtualOffice.Sdk.Messages;

/// <summary>
/// Tokens in the links of deliveries: the delivery's id, the end of the token's life, and an HMAC-SHA256 over a purpose and both, in base64url.
/// A token made for one purpose is none for another.
/// </summary>
internal static class DeliveryTokens
{
    private const int IdLength = 16 + 4 + 8;
    private const int Length = IdLength + HMACSHA256.HashSizeInBytes;

    // A delivery is given up by itself before; later than this it was reopened by a person.
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromDays(6);

    /// <summary>A page with the token in its query.</summary>
    public static Uri LinkOf(Uri page, string token)
    {
        var text = page.AbsoluteUri;
        return new Uri($"{text}{(text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={token}");
    }

    /// <summary>From when a delivery's tokens live. It is the same in every attempt, so that the e-mails are.</summary>
    public static DateTimeOffset BeginOf(MessageDelivery delivery) => delivery.DueAt - delivery.CreatedAt > LongestDelivery ? delivery.DueAt : delivery.CreatedAt;

    /// <summary>The token of a delivery.</summary>
    public static string Write(string secret, ReadOnlySpan<byte> purpose, DeliveryId delivery, DateTimeOffset expiresAt)
    {
        Span<byte> token = stackalloc byte[Length];
        delivery.Message.Value.TryWriteBytes(token, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[16..], delivery.Number);
        BinaryPrimitives.WriteInt64BigEndian(token[20..], expiresAt.ToUnixTimeSeconds());
        Sign(secret, purpose, token[..IdLength], token[IdLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token; false when it is not one of this office's for the purpose, or its time is over.</summary>
    public static bool TryRead(OfficeOptions options, ReadOnlySpan<byte> purpose, string token, DateTimeOffset now, out DeliveryId delivery)
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
        Sign(secret, purpose, read[..IdLength], signature);
        delivery = new DeliveryId(new MessageId(new Guid(read[..16], bigEndian: true)), BinaryPrimitives.ReadInt32BigEndian(read[16..]));
        return CryptographicOperations.FixedTimeEquals(signature, read[IdLength..]) && now.ToUnixTimeSeconds() <= BinaryPrimitives.ReadInt64BigEndian(read[20..]);
    }

    private static void Sign(string secret, ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> id, Span<byte> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(purpose);
        hmac.AppendData(id);
        hmac.GetHashAndReset(signature);
    }
}
