using System.Security.Cryptography;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Recordings;

/// <summary>Keeps recordings as files of a folder, a subfolder for each of 256 parts of the ids. A file appears under its name only when it is whole and on the disk.</summary>
internal sealed class RecordingFolderStore(string folder) : IRecordingStore
{
    private const int HeaderLength = 4096;

    public async Task<StoredRecording> SaveAsync(RecordingId recording, Stream wav, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wav);
        var path = PathOf(recording);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = path + ".part";
        await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await wav.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        // Read back what is on the disk: that, and not what was sent, is what is vouched for.
        var stored = await DescribeAsync(partial, cancellationToken);
        File.Move(partial, path, overwrite: true);
        return stored;
    }

    public Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken)
    {
        var path = PathOf(recording);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true) : null);
    }

    private static async Task<StoredRecording> DescribeAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var header = new byte[HeaderLength];
        var read = await file.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken);
        var duration = WavHeader.ReadDuration(header.AsSpan(0, read), file.Length);
        file.Position = 0;
        var hash = await SHA256.HashDataAsync(file, cancellationToken);
        return new StoredRecording(file.Length, Convert.ToHexStringLower(hash), duration);
    }

    private string PathOf(RecordingId recording)
    {
        // The id's characters are checked when it is made: it cannot leave the folder.
        var name = recording.Value;
        var part = SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(name))[0];
        return Path.Combine(folder, part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture), name + ".wav");
    }
}
