using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The file that cdr_csv writes: its calls from outside, each with the bookmark behind it. What is malformed is counted and passed over.</summary>
internal sealed partial class CallRecordFile(string pbx, string path, AsteriskInstruments instruments, ILogger logger)
{
    private long _judged;

    /// <summary>Reads from a bookmark on, or from the beginning when it is of no use.</summary>
    public async IAsyncEnumerable<(CallRecordLine Call, string Bookmark)> ReadAsync(string? bookmark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var file = Open();
        if (file is null)
        {
            yield break;
        }

        CallRecordLine? pending = null;
        var (end, malformed) = (0L, 0);
        await foreach (var (text, position) in FileLines.ReadAsync(file, await FindAsync(file, bookmark, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
        {
            var line = CallRecordLine.Parse(text);
            if (line is null && position > _judged)
            {
                malformed++;
                instruments.CallRecordMalformed(pbx);
            }

            _judged = Math.Max(_judged, position);
            if (line is not { Note: not null })
            {
                continue;
            }

            if (pending is not null && pending.Channel != line.Channel)
            {
                yield return (pending, await MarkAsync(file, end, cancellationToken).ConfigureAwait(false));
                pending = null;
            }

            (pending, end) = (pending?.Merge(line) ?? line, position);
        }

        if (malformed > 0)
        {
            LogMalformed(logger, pbx, malformed, path);
        }

        if (pending is not null)
        {
            yield return (pending, await MarkAsync(file, end, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Null when there is no file: Asterisk makes it with the first call.</summary>
    private SafeFileHandle? Open()
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            LogMissing(logger, pbx, path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TelephonyException(TelephonyError.Unavailable, $"The call records of Asterisk '{pbx}' cannot be read: {e.Message}", e);
        }
    }

    private async ValueTask<long> FindAsync(SafeFileHandle file, string? bookmark, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(bookmark))
        {
            return 0;
        }

        if (CallRecordBookmark.Parse(bookmark) is { } mark && await mark.IsInAsync(file, cancellationToken).ConfigureAwait(false))
        {
            return mark.Position;
        }

        LogMoved(logger, pbx, path);
        _judged = 0;
        return 0;
    }

    private static async ValueTask<string> MarkAsync(SafeFileHandle file, long position, CancellationToken cancellationToken) =>
        (await CallRecordBookmark.AtAsync(file, position, cancellationToken).ConfigureAwait(false)).ToString();

    [LoggerMessage(2030, LogLevel.Warning, "{Count} call records of Asterisk {Pbx} in {File} are malformed and were passed over; each line needs 18 fields, so loguniqueid and loguserfield must be on in cdr.conf")]
    private static partial void LogMalformed(ILogger logger, string pbx, int count, string file);

    [LoggerMessage(2031, LogLevel.Information, "The call records of Asterisk {Pbx} in {File} are not those that were read before; they are read from the beginning")]
    private static partial void LogMoved(ILogger logger, string pbx, string file);

    [LoggerMessage(2032, LogLevel.Information, "Asterisk {Pbx} has no call records in {File} yet")]
    private static partial void LogMissing(ILogger logger, string pbx, string file);
}
