using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VirtualOffice.Sdk.Messages.Http;

/// <summary>How posts are signed: HMAC-SHA256 (RFC 2104) over the time, a full stop and the body, so that neither can be changed and an old post can be told.</summary>
internal static class WebhookSignature
{
    public const string DeliveryHeader = "VirtualOffice-Delivery";
    public const string TimestampHeader = "VirtualOffice-Timestamp";
    public const string SignatureHeader = "VirtualOffice-Signature";

    /// <summary>The header's value, <c>v1=</c> and 64 hexadecimal digits.</summary>
    public static string Of(string secret, long unixSeconds, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{unixSeconds}.")));
        hmac.AppendData(body);
        return $"v1={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
