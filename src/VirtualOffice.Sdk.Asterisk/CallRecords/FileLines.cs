using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The lines of a file that another process writes to; one that has no end yet is left for later.</summary>
internal static class FileLines
{
    /// <summary>Longer than any call record.</summary>
    public const int MaxLine = 64 * 1024;

    /// <summary>Reads from a position on. An overlong line comes as an empty one.</summary>
    public static async IAsyncEnumerable<(string Line, long End)> ReadAsync(SafeFileHandle file, long position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxLine];
        var isOverlong = false;
        while (true)
        {
            var read = await RandomAccess.ReadAsync(file, buffer, position, cancellationToken).ConfigureAwait(false);
            var taken = 0;
            while (buffer.AsSpan(taken, read - taken).IndexOf((byte)'\n') is >= 0 and var length)
            {
                var line = isOverlong ? "" : Encoding.UTF8.GetString(buffer, taken, length).TrimEnd('\r');
                (taken, isOverlong) = (taken + length + 1, false);
                yield return (line, position + taken);
            }

            if (taken == 0)
            {
                if (read < buffer.Length)
                {
                    yield break;
                }

                (taken, isOverlong) = (read, true);
            }

            position += taken;
        }
    }
}
