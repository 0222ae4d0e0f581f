using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>What an operator is shown of a company, as the API shows it: the sections in the order of the screen.</summary>
internal sealed record CardView(
    string Company,
    string Name,
    string? Pronunciation,
    string Version,
    DateTimeOffset At,
    OpeningDecision Hours,
    string? Instructions,
    IReadOnlyList<object> Notices,
    CardColours? Colours,
    IReadOnlyList<CardSectionView> Sections)
{
    public static CardView Of(CompanyCard card) => new(
        card.Company.Value,
        card.Name,
        card.Pronunciation,
        card.Version,
        card.At,
        card.Hours,
        card.Instructions,
        [.. card.Notices.Select(n => new { n.Text, n.Valid.Until })],
        card.Colours,
        [.. card.Parts.Select(p => SectionOf(card, p))]);

    private static CardSectionView SectionOf(CompanyCard card, CardPart part) => part.Section switch
    {
        CardSections.About => new(part.Section, part.Title, card.About, null, []),
        CardSections.Promotions => List(part, card.Promotions.Select(p => new { p.Name, p.Text, p.Valid.Until })),
        CardSections.Services => List(part, card.Services),
        CardSections.Offices => List(part, card.Offices.Select(o => new { o.Office.Name, o.Office.Address, Phone = o.Office.Phone?.ToString(), o.Office.Map, o.Office.Directions, o.Hours })),
        CardSections.Faq => List(part, card.Faq),
        CardSections.Employees => List(part, card.Employees.Select(e => new { Id = e.Id.Value, e.Name, e.Department, e.Pronunciation, e.Email, Numbers = e.Numbers.Select(n => new { Number = n.Number.ToString(), n.Kind }) })),
        CardSections.Vips => List(part, card.Vips.Select(v => new { Number = v.Number.ToString(), v.Name, v.Note })),
        CardSections.Organisations => List(part, card.Organisations.Select(o => new { o.Name, Fax = o.Fax.ToString() })),
        _ => Own(part, card.Sections.First(s => s.Id == part.Section)),
    };

    private static CardSectionView Own(CardPart part, CardSection own) => new(own.Id, part.Title, own.Text, own.Instructions, []);

    private static CardSectionView List(CardPart part, IEnumerable<object> items) => new(part.Section, part.Title, null, null, [.. items]);
}
