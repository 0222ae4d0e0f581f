using System.Globalization;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>A disk of a few megabytes that a test can fill up, and empty again.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private SmallDisk()
    {
    }

    public string Path => _folder.Path;

    private string Filler => _folder.File("filler");

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk();
        await AsRootAsync("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=777"), "tmpfs", disk.Path);
        return disk;
    }

    /// <summary>Writes until nothing more fits.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 1 << 20; size > 0;)
        {
            try
            {
                file.Write(new byte[size]);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    /// <summary>Frees what <see cref="Fill"/> took.</summary>
    public void Empty() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await AsRootAsync("umount", "--lazy", Path);
        _folder.Dispose();
    }

    private static Task<string> AsRootAsync(params string[] command)
        => Environment.IsPrivilegedProcess ? ChildProcess.RunAsync(command[0], command[1..]) : ChildProcess.RunAsync("sudo", ["-n", .. command]);
}
