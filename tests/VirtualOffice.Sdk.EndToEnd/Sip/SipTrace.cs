using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VirtualOffice.Sdk.EndToEnd.Sip;

/// <summary>The file in which a SIPp writes down every message.</summary>
internal static partial class SipTrace
{
    public static IReadOnlyList<SipMessage> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. Entry().Split(reader.ReadToEnd()).Skip(1).Chunk(3).Where(parts => parts.Length == 3).Select(Parse)];
    }

    private static SipMessage Parse(string[] parts)
    {
        var at = DateTimeOffset.Parse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal);
        return new SipMessage(at, parts[1] == "sent", parts[2].Replace("\r", "", StringComparison.Ordinal));
    }

    // ------ 2026-01-02 03:04:05.678901, a line with the direction and the size, an empty line, the message
    [GeneratedRegex(@"-{20,} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+)\r?\n\w+ message (sent|received) [(\[]\d+[)\]]? ?bytes\)? ?:\r?\n\r?\n")]
    private static partial Regex Entry();
}
