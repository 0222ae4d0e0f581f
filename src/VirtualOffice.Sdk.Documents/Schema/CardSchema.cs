using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies.Cards;
using static VirtualOffice.Sdk.Documents.SchemaParts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>The schema of what operators are shown.</summary>
internal static class CardSchema
{
    private const int LongText = 4000;

    public static JsonObject Of() => Mapping(
        "What operators are shown of the company.",
        ("about", Text(LongText, "What the company is, in words to say.")),
        ("instructions", Text(LongText, "What operators do; not said.")),
        ("services", List(Mapping(null, ("name!", Text(200)), ("text", Text(LongText)), ("price", Text(200)), ("keywords", Keywords())))),
        ("offices", List(Mapping(
            null,
            ("name!", Text(100)),
            ("address!", Text(300)),
            ("phone", Number()),
            ("map", Pattern("^https?://", "An address of the web.")),
            ("directions", Text(1000)),
            ("timeZone", Text(64, "An IANA time zone, where it is another than the company's.")),
            ("hours", Ref("hours"))))),
        ("promotions", List(Mapping(null, ("name!", Text(200)), ("text!", Text(LongText)), ("from", Time()), ("until", Time("The last day, included; or the time it ends."))))),
        ("faq", List(Mapping(null, ("id!", Id()), ("question!", Text(500)), ("answer!", Text(LongText)), ("keywords", Keywords()), ("instructions", Text(LongText))))),
        ("notices", List(Mapping(null, ("text!", Text(LongText)), ("from", Time()), ("until", Time())))),
        ("sections", List(Mapping("A section of the company's own.", ("id!", Id()), ("title!", Text(100)), ("text!", Text(LongText)), ("instructions", Text(LongText))))),
        ("organisations", List(Mapping(null, ("name!", Text(200)), ("fax!", Number())))),
        ("colours", Mapping(null, ("accent!", Colour()), ("background", Colour()), ("text", Colour()))),
        ("layout", List(
            Either(Id($"The id of a section: {string.Join(", ", CardSections.All)}, or one of the company's own."), Mapping(null, ("section!", Id()), ("title", Text(100)), ("visible", Flag()))),
            "The order of the sections; what it does not name follows in the usual order.")));

    private static JsonObject Keywords() => List(Text(50));

    private static JsonObject Colour() => Pattern("^#[0-9A-Fa-f]{6}$");
}
