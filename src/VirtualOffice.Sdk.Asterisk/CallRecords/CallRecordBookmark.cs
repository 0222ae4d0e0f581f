using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>A place in the file of call records: a position, and a fingerprint of what stands right before it, so that another file of the same name is noticed.</summary>
/// <param name="Position">The position, in bytes.</param>
/// <param name="Fingerprint">The fingerprint.</param>
internal readonly record struct CallRecordBookmark(long Position, string Fingerprint)
{
    private const int Looked = 512;
    private const int FingerprintBytes = 16;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static CallRecordBookmark? Parse(string? text) =>
        text?.Split(':') is [var position, var fingerprint] && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new CallRecordBookmark(at, fingerprint)
            : null;

    /// <summary>A bookmark at a position of a file.</summary>
    public static async ValueTask<CallRecordBookmark> AtAsync(SafeFileHandle file, long position, CancellationToken cancellationToken)
    {
        var before = new byte[Math.Min(position, Looked)];
        var read = await RandomAccess.ReadAsync(file, before, position - before.Length, cancellationToken).ConfigureAwait(false);
        return new CallRecordBookmark(position, Convert.ToHexStringLower(SHA256.HashData(before.AsSpan(0, read)).AsSpan(0, FingerprintBytes)));
    }

    /// <summary>Whether the file still has before this place what it had.</summary>
    public async ValueTask<bool> IsInAsync(SafeFileHandle file, CancellationToken cancellationToken) =>
        Position <= RandomAccess.GetLength(file) && await AtAsync(file, Position, cancellationToken).ConfigureAwait(false) == this;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Position}:{Fingerprint}");
}
