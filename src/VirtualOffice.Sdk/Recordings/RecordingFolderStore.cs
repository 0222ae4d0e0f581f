using System.Security.Cryptography;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Recordings;

/// <summary>Keeps recordings as files of a folder, a subfolder for each of 256 parts of the ids. A file appears under its name only when it is whole and on the disk.</summary>
internal sealed class RecordingFolderStore(string folder) : IRecordingStore
{
    private const int HeaderLength = 4096;
    private const int CopyBuffer = 81920;

    public async Task<StoredRecording> SaveAsync(RecordingId recording, Stream wav, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wav);
        var path = PathOf(recording);
        var partial = path + ".part";
        try
        {
            await using (var file = OnDisk(() => Create(partial)))
            {
                await CopyAsync(wav, file, cancellationToken);
            }

            // Read back what is on the disk: that, and not what was sent, is what is vouched for.
            var stored = await DescribeAsync(partial, cancellationToken);
            OnDisk(() => File.Move(partial, path, overwrite: true));
            return stored;
        }
        catch
        {
            // What is left of it takes room that the next try may need.
            Remove(partial);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken)
    {
        var path = PathOf(recording);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true) : null);
    }

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    private static async Task CopyAsync(Stream wav, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[CopyBuffer];
        for (int read; (read = await wav.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            OnDisk(() => file.Write(buffer, 0, read));
        }

        OnDisk(() => file.Flush(flushToDisk: true));
    }

    /// <summary>An error of our disk is the store's; one of the stream that is read is not.</summary>
    private static T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"Recordings cannot be written: {e.Message}", e);
        }
    }

    private static void OnDisk(Action work) => OnDisk(() =>
    {
        work();
        return true;
    });

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next save under this id writes over it.
        }
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
