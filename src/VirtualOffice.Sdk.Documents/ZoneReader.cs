namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads a time zone.</summary>
internal static class ZoneReader
{
    /// <summary>The zone; null when there is none, or when it is wrong, which is noted.</summary>
    public static TimeZoneInfo? Read(DocumentReader reader, DocumentNode? node)
    {
        if (reader.Text(node, 64) is not { } id)
        {
            return null;
        }

        // Only what looks like a name of the IANA database is looked up: it becomes the path of a file, and "Russian Standard Time" would be found as well.
        if ((id.Contains('/', StringComparison.Ordinal) || id == "UTC")
            && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
            && char.IsAsciiLetterUpper(id[0])
            && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        reader.Problem(node!, $"an IANA time zone, such as Europe/Moscow{Nearest.Hint(id, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id))}");
        return null;
    }
}
