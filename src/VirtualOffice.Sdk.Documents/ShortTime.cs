using System.Globalization;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Times as documents write them: a whole number of seconds, minutes or hours, such as <c>90s</c>, <c>2m</c> or <c>1h</c>.</summary>
internal static class ShortTime
{
    private const int MaxDigits = 6;

    public static bool TryParse(string? text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        if (text is not { Length: > 1 and <= MaxDigits + 1 } || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var seconds = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        time = TimeSpan.FromSeconds((long)number * seconds);
        return seconds != 0;
    }

    /// <summary>Reads a time between two limits; what is not one is noted.</summary>
    public static bool TryRead(DocumentReader reader, DocumentNode? node, TimeSpan atLeast, TimeSpan atMost, out TimeSpan time) => reader.TryValue(
        node,
        (string? text, out TimeSpan t) => TryParse(text, out t) && t >= atLeast && t <= atMost,
        $"a time such as 90s, 2m or 1h: {Of(atLeast)} to {Of(atMost)}",
        out time);

    public static string Of(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(time.TotalSeconds % 60 != 0 || time == TimeSpan.Zero ? $"{time.TotalSeconds:F0}s" : time.TotalMinutes % 60 != 0 ? $"{time.TotalMinutes:F0}m" : $"{time.TotalHours:F0}h")}");
}
