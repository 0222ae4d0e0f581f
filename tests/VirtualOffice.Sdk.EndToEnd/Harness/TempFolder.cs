namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>A folder that goes with the test, made when it is first asked for. Its path is short: the PBX puts a socket under it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly Lazy<string> _path = new(() => Directory.CreateTempSubdirectory("vo-").FullName);

    public string Path => _path.Value;

    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Folder(params string[] parts) => Directory.CreateDirectory(File(parts)).FullName;

    public void Dispose()
    {
        if (_path.IsValueCreated)
            Directory.Delete(Path, recursive: true);
    }
}
