namespace VirtualOffice.Sdk.Spooling;

/// <summary>The spool as a file of a folder, held open and locked as long as the office lives.</summary>
internal sealed class FileSpoolStorage : ISpoolStorage
{
    private readonly string _folder;
    private readonly FileStream _file;

    public FileSpoolStorage(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "journal.spool");
        try
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e)
        {
            throw new VirtualOfficeException($"The emergency spool '{path}' cannot be opened: {e.Message} Each host needs a folder of its own.", e);
        }
    }

    public byte[] ReadAll()
    {
        var bytes = new byte[_file.Length];
        _file.Position = 0;
        _file.ReadExactly(bytes);
        return bytes;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _file.Position = _file.Length;
        _file.Write(bytes);
        _file.Flush(flushToDisk: true);
    }

    public void Truncate(long length)
    {
        _file.SetLength(length);
        _file.Flush(flushToDisk: true);
    }

    public void SetAside(ReadOnlySpan<byte> damaged)
    {
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(_folder, $"journal.damaged-{number}");
            if (!File.Exists(path))
            {
                using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                file.Write(damaged);
                file.Flush(flushToDisk: true);
                return;
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
