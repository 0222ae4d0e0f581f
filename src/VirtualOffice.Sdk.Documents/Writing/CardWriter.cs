using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Writes what operators are shown of a company.</summary>
internal static class CardWriter
{
    public static JsonObject? Of(CardContent card) => new Fields()
        .Add("about", card.About)
        .Add("instructions", card.Instructions)
        .Add("services", card.Services, s => new Fields().Add("name", s.Name).Add("text", s.Text).Add("price", s.Price).AddTexts("keywords", s.Keywords).Node)
        .Add("offices", card.Offices, Office)
        .Add("promotions", card.Promotions, p => Valid(new Fields().Add("name", p.Name).Add("text", p.Text), p.Valid).Node)
        .Add("faq", card.Faq, f => new Fields().Add("id", f.Id).Add("question", f.Question).Add("answer", f.Answer).AddTexts("keywords", f.Keywords).Add("instructions", f.Instructions).Node)
        .Add("notices", card.Notices, n => Valid(new Fields().Add("text", n.Text), n.Valid).Node)
        .Add("sections", card.Sections, s => new Fields().Add("id", s.Id).Add("title", s.Title).Add("text", s.Text).Add("instructions", s.Instructions).Node)
        .Add("organisations", card.Organisations, o => new Fields().Add("name", o.Name).Add("fax", o.Fax.ToString()).Node)
        .Add("colours", card.Colours is { } c ? new Fields().Add("accent", c.Accent).Add("background", c.Background).Add("text", c.Text).Node : null)
        .Add("layout", card.Layout, Entry).OrNothing;

    /// <summary>From when until when something holds.</summary>
    public static Fields Valid(Fields fields, Validity valid) => fields.Add("from", Fields.From(valid.From)).Add("until", Fields.Until(valid.Until));

    private static JsonNode Office(CardOffice office) => new Fields()
        .Add("name", office.Name)
        .Add("address", office.Address)
        .Add("phone", office.Phone?.ToString())
        .Add("map", office.Map?.OriginalString)
        .Add("directions", office.Directions)
        .Add("timeZone", office.TimeZone?.Id)
        .Add("hours", HoursWriter.Of(office.Hours, office.HoursExceptions, office.HoursOverride)).Node;

    private static JsonNode Entry(CardLayoutEntry entry)
    {
        var fields = new Fields().Add("section", entry.Section).Add("title", entry.Title).Add("visible", entry.IsHidden ? (JsonNode)JsonValue.Create(false) : null).Node;
        return fields.Count == 1 ? JsonValue.Create(entry.Section) : fields;
    }
}
