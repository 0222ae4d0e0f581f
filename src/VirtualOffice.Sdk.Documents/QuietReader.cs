using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads quiet hours, such as <c>22:00-08:00</c>.</summary>
internal static class QuietReader
{
    public const string AnInterval = "two different times, such as \"22:00-08:00\"";

    public static QuietHours? Read(DocumentReader reader, DocumentNode? node) => reader.TryValue(node, TryParse, AnInterval, out QuietHours? hours) ? hours : null;

    private static bool TryParse(string? text, [NotNullWhen(true)] out QuietHours? quiet)
    {
        quiet = null;
        var ends = text?.Split('-', StringSplitOptions.TrimEntries) ?? [];
        if (ends.Length != 2 || !TryTime(ends[0], out var from) || !TryTime(ends[1], out var to) || from == to)
        {
            return false;
        }

        quiet = new QuietHours(from, to);
        return true;
    }

    private static bool TryTime(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
