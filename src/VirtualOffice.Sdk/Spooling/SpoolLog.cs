using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Spooling;

/// <summary>Appends that wait for the database, on the disk and bounded. Not safe for concurrent use.</summary>
internal sealed class SpoolLog(ISpoolStorage storage, long maxBytes) : IDisposable
{
    private long _length;
    private bool _isBroken;

    /// <summary>Reads what an earlier run has left. What cannot be read, a frame that a power cut tore for example, is set aside: it was never acknowledged.</summary>
    /// <returns>The appends, in order, and how many bytes were set aside.</returns>
    public (IReadOnlyList<JournalAppend> Appends, int Damaged) Open()
    {
        var bytes = storage.ReadAll();
        var appends = new List<JournalAppend>();
        var at = 0;
        while (SpoolFrame.Read(bytes.AsSpan(at)) is { } frame)
        {
            appends.Add(frame.Append);
            at += frame.Length;
        }

        if (at < bytes.Length)
        {
            storage.SetAside(bytes.AsSpan(at));
            storage.Truncate(at);
        }

        _length = at;
        return (appends, bytes.Length - at);
    }

    /// <summary>Writes an append; it is on the disk when this returns.</summary>
    /// <exception cref="IOException">It is not: the disk fails, or the spool is full. Nothing is written any more after this.</exception>
    public void Append(JournalAppend append)
    {
        if (_isBroken)
        {
            throw new IOException("The emergency spool has failed before.");
        }

        var frame = SpoolFrame.Write(append);
        if (_length + frame.Length > maxBytes)
        {
            throw new IOException($"The emergency spool is full: it may have {maxBytes} bytes.");
        }

        try
        {
            storage.Append(frame);
        }
        catch
        {
            // What stands behind a torn frame would never be read.
            _isBroken = true;
            throw;
        }

        _length += frame.Length;
    }

    /// <summary>Forgets everything: it is in the database.</summary>
    public void Clear()
    {
        storage.Truncate(0);
        _length = 0;
    }

    public void Dispose() => storage.Dispose();
}
