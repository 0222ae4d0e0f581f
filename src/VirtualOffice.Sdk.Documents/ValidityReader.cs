using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads from when until when something holds.</summary>
internal static class ValidityReader
{
    private const string ADay = "a day or a time of the company, such as 2026-12-31 or 2026-12-31T18:00";

    public static Validity Read(DocumentReader reader, IReadOnlyDictionary<string, DocumentNode> fields)
    {
        DateTime? from = reader.TryValue(fields.GetValueOrDefault("from"), TryFrom, ADay, out DateTime begins) ? begins : null;
        DateTime? until = reader.TryValue(fields.GetValueOrDefault("until"), TryUntil, ADay, out DateTime ends) ? ends : null;
        if (from >= until)
        {
            reader.Problem(fields["until"], "a day or time after 'from'");
        }

        return from is null && until is null ? Validity.Always : new Validity(from, until);
    }

    private static bool TryFrom(string? text, out DateTime time) => TryDay(text, out time) || TryTime(text, out time);

    /// <summary>The last day belongs to it whole.</summary>
    private static bool TryUntil(string? text, out DateTime time)
    {
        if (!TryDay(text, out time) || time == DateTime.MaxValue.Date)
        {
            return TryTime(text, out time);
        }

        time = time.AddDays(1);
        return true;
    }

    private static bool TryDay(string? text, out DateTime time) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static bool TryTime(string? text, out DateTime time) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
