using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Reconciliation;

/// <summary>The id of a call that only the PBX knows of: made from its leg, so that it is the same however often it is imported.</summary>
internal static class MissedCallId
{
    /// <summary>A UUID version 7 (RFC 9562, 5.7): its time is the call's beginning, its other bits are the leg's SHA-256.</summary>
    public static CallId For(LegId leg, DateTimeOffset startedAt)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{leg.Pbx}\n{leg.Value}")).AsSpan(0, 16);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, startedAt.ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new CallId(new Guid(bytes, bigEndian: true));
    }
}
