using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// A voice message that the dialplan's fallback recorded, by the name that it gave the file:
/// <c>fallback/{UTC time}_{dialled number}_{caller's number}_{channel id}</c>.
/// </summary>
/// <param name="Name">Asterisk's name of the stored recording.</param>
/// <param name="StartedAt">When the fallback took the call.</param>
/// <param name="Dialled">The number dialled; empty when there was none.</param>
/// <param name="Caller">The caller's number; empty when withheld.</param>
/// <param name="Channel">The caller's channel.</param>
internal sealed record FallbackMessage(string Name, DateTimeOffset StartedAt, string Dialled, string Caller, string Channel)
{
    private const string Folder = "fallback/";
    private const string IdPrefix = "fallback-";
    private const string NoNumber = "unknown";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("+0123456789*#");
    private static readonly SearchValues<char> ChannelCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>Reads a stored recording's name; false when it is none of the fallback's.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out FallbackMessage? message)
    {
        message = null;
        if (name?.StartsWith(Folder, StringComparison.Ordinal) != true
            || name[Folder.Length..].Split('_', 4) is not [var time, var dialled, var caller, var channel]
            || !DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var startedAt)
            || !IsNumber(dialled)
            || !IsNumber(caller)
            || channel.Length == 0
            || channel.AsSpan().ContainsAnyExcept(ChannelCharacters))
        {
            return false;
        }

        message = new FallbackMessage(name, startedAt, Number(dialled), Number(caller), channel);
        return true;
    }

    /// <summary>
    /// The message under an id that may stand in a file name or an address: <c>+ * #</c> of numbers become <c>p s h</c>, and in the channel's id
    /// <c>.</c> becomes <c>-d</c> and <c>-</c> is doubled. Null when it would be too long for an id.
    /// </summary>
    public RecordingId? Id
    {
        get
        {
            var parts = Name[Folder.Length..].Split('_', 4);
            var channel = parts[3].Replace("-", "--", StringComparison.Ordinal).Replace(".", "-d", StringComparison.Ordinal);
            return RecordingId.TryParse($"{IdPrefix}{parts[0]}_{Encode(parts[1])}_{Encode(parts[2])}_{channel}", out var id) ? id : null;
        }
    }

    /// <summary>The stored recording's name behind an id; null when the id is none of the fallback's.</summary>
    public static string? NameOf(RecordingId id)
    {
        var text = id.ToString();
        return text.StartsWith(IdPrefix, StringComparison.Ordinal)
            && text[IdPrefix.Length..].Split('_', 4) is [var time, var dialled, var caller, var channel]
            && DecodeChannel(channel) is { } decoded
            && TryParse($"{Folder}{time}_{Decode(dialled)}_{Decode(caller)}_{decoded}", out var message)
                ? message.Name
                : null;
    }

    private static bool IsNumber(string text) => text == NoNumber || (text.Length > 0 && !text.AsSpan().ContainsAnyExcept(NumberCharacters));

    private static string Number(string text) => text == NoNumber ? "" : text;

    private static string Encode(string number) => number.Replace('+', 'p').Replace('*', 's').Replace('#', 'h');

    private static string Decode(string number) => number == NoNumber ? number : number.Replace('p', '+').Replace('s', '*').Replace('h', '#');

    private static string? DecodeChannel(string text)
    {
        Span<char> decoded = stackalloc char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '-')
            {
                decoded[length++] = text[i];
            }
            else if (++i < text.Length && text[i] is '-' or 'd')
            {
                decoded[length++] = text[i] == 'd' ? '.' : '-';
            }
            else
            {
                return null;
            }
        }

        return new string(decoded[..length]);
    }
}
