using VirtualOffice.Sdk.Spooling;

namespace VirtualOffice.Sdk.Tests.Spooling;

/// <summary>A spool's file in memory, which can be torn, changed and made to fail.</summary>
internal sealed class MemorySpoolStorage : ISpoolStorage
{
    public List<byte> Bytes { get; } = [];

    public List<byte[]> Damaged { get; } = [];

    /// <summary>How many bytes of the next append reach the disk before it fails; null when it does not.</summary>
    public int? FailsAfter { get; set; }

    public byte[] ReadAll() => [.. Bytes];

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (FailsAfter is { } written)
        {
            Bytes.AddRange(bytes[..written]);
            throw new IOException("No space left on device");
        }

        Bytes.AddRange(bytes);
    }

    public void Truncate(long length) => Bytes.RemoveRange((int)length, Bytes.Count - (int)length);

    public void SetAside(ReadOnlySpan<byte> damaged) => Damaged.Add(damaged.ToArray());

    public void Dispose()
    {
    }
}
