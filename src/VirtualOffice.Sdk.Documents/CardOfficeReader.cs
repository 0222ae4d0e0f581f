using System.Diagnostics.CodeAnalysis;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads an office of a company, with hours of its own.</summary>
internal sealed class CardOfficeReader(DocumentReader reader)
{
    private const string ALink = "an address of the web, such as https://maps.example.com/nevsky";

    public CardOffice? Read(DocumentNode node)
    {
        if (reader.Fields(node, "name", "address", "phone", "map", "directions", "timeZone", "hours") is not { } fields)
        {
            return null;
        }

        var name = reader.Text(reader.Required(node, fields, "name", "what the office is called"), 100);
        var address = reader.Text(reader.Required(node, fields, "address", "where the office is"), 300);
        reader.TryValue(fields.GetValueOrDefault("phone"), PhoneNumber.TryParse, ReachNumberReader.ANumber, out PhoneNumber? phone);
        reader.TryValue(fields.GetValueOrDefault("map"), TryLink, ALink, out Uri? map);
        var directions = reader.LongText(fields.GetValueOrDefault("directions"), 1000);
        var zone = ZoneReader.Read(reader, fields.GetValueOrDefault("timeZone"));
        var hours = fields.TryGetValue("hours", out var hoursNode) ? new HoursReader(reader).Read(hoursNode) : null;
        var exceptions = hoursNode is null ? [] : new HoursExceptionsReader(reader).Read(hoursNode);
        var forced = hoursNode is null ? null : new HoursExceptionsReader(reader).ReadForced(hoursNode);
        return name is null || address is null
            ? null
            : new CardOffice(name, address)
            {
                Phone = phone,
                Map = map,
                Directions = directions,
                TimeZone = zone,
                Hours = hours,
                HoursExceptions = exceptions,
                HoursOverride = forced,
            };
    }

    private static bool TryLink(string? text, [NotNullWhen(true)] out Uri? link) =>
        Uri.TryCreate(text, UriKind.Absolute, out link) && link.Scheme is ("https" or "http") && text!.Length <= 2000;
}
