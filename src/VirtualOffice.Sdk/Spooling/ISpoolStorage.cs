namespace VirtualOffice.Sdk.Spooling;

/// <summary>Where the emergency spool's bytes are. Used by one thread at a time.</summary>
internal interface ISpoolStorage : IDisposable
{
    /// <summary>Everything that is there.</summary>
    byte[] ReadAll();

    /// <summary>Appends, and returns when it is on the disk.</summary>
    /// <exception cref="IOException">It is not; a part of it may be.</exception>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Cuts off what stands behind a length, and returns when that is on the disk.</summary>
    void Truncate(long length);

    /// <summary>Keeps bytes that cannot be read, for a person to look at.</summary>
    void SetAside(ReadOnlySpan<byte> damaged);
}
