using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Tokens by which a delivery's recipient acknowledges its message: the delivery's id and an HMAC-SHA256 over it, in base64url.</summary>
internal static class AcknowledgeTokens
{
    private const int IdLength = 16 + 4;
    private const int Length = IdLength + HMACSHA256.HashSizeInBytes;

    // So that a signature made for another purpose with the same secret is none here.
    private static readonly byte[] Purpose = "VirtualOffice acknowledgement 1 "u8.ToArray();

    /// <summary>Where a delivery's recipient acknowledges; null when the office has no such place.</summary>
    public static Uri? LinkOf(OfficeOptions options, DeliveryId delivery)
    {
        if (options is not { AcknowledgeUrl: { } page, AcknowledgeSecret: { } secret })
        {
            return null;
        }

        var text = page.AbsoluteUri;
        return new Uri($"{text}{(text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={Write(secret, delivery)}");
    }

    /// <summary>The token of a delivery; always the same.</summary>
    public static string Write(string secret, DeliveryId delivery)
    {
        Span<byte> token = stackalloc byte[Length];
        delivery.Message.Value.TryWriteBytes(token, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[16..], delivery.Number);
        Sign(secret, token[..IdLength], token[IdLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token; false when it is not one of this office's.</summary>
    public static bool TryRead(OfficeOptions options, string token, out DeliveryId delivery)
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
        return CryptographicOperations.FixedTimeEquals(signature, read[IdLength..]);
    }

    private static void Sign(string secret, ReadOnlySpan<byte> id, Span<byte> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Purpose);
        hmac.AppendData(id);
        hmac.GetHashAndReset(signature);
    }
}
