using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Sound that Asterisk does not know beforehand: each is a file, named by its content, in a folder that both can read. Files that were not needed for a day are deleted.</summary>
internal sealed partial class AudioFiles(string? folder, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>The media address of a sound; null when it cannot be played.</summary>
    public async Task<string?> MediaOfAsync(AudioPrompt prompt, CancellationToken cancellationToken)
    {
        if (folder is null)
        {
            LogNoFolder(logger, prompt.Duration);
            return null;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var name = $"vo-{Convert.ToHexStringLower(SHA256.HashData(prompt.Wav.Span))}";
            var path = Path.Combine(folder, name + ".wav");
            if (!File.Exists(path))
            {
                DeleteOld(folder);

                // Under another name first, so that nobody plays half a file.
                var part = $"{path}.{Guid.CreateVersion7():N}.part";
                await File.WriteAllBytesAsync(part, prompt.Wav, cancellationToken).ConfigureAwait(false);
                File.Move(part, path, overwrite: true);
            }

            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return $"sound:{folder.TrimEnd('/')}/{name}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(logger, folder, e);
            return null;
        }
    }

    private void DeleteOld(string from)
    {
        var limit = clock.GetUtcNow().UtcDateTime - KeptFor;
        foreach (var file in Directory.EnumerateFiles(from, "vo-*").Where(f => File.GetLastWriteTimeUtc(f) < limit))
        {
            File.Delete(file);
        }
    }

    [LoggerMessage(2040, LogLevel.Error, "A sound of {Duration} is left out: set AudioFolder to a folder that Asterisk reads, too")]
    private static partial void LogNoFolder(ILogger logger, TimeSpan duration);

    [LoggerMessage(2041, LogLevel.Error, "A sound is left out: it could not be written to {Folder}")]
    private static partial void LogNotWritten(ILogger logger, string folder, Exception exception);
}
