using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies.Cards;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Works out what of a company's card holds at an instant, and in which order it is shown.</summary>
internal static class CardAssembly
{
    private static readonly (string Section, string Title)[] BeforeOwn =
    [
        (CardSections.About, "About"), (CardSections.Promotions, "Promotions"), (CardSections.Services, "Services"), (CardSections.Offices, "Offices"), (CardSections.Faq, "FAQ"),
    ];

    private static readonly (string Section, string Title)[] AfterOwn =
        [(CardSections.Employees, "Employees"), (CardSections.Vips, "VIPs"), (CardSections.Organisations, "Organisations")];

    public static CompanyCard At(CompanyDefinition company, DateTimeOffset instant)
    {
        var content = company.Card;
        var shown = Places(content).Where(p => !p.IsHidden).Select(p => new CardPart(p.Section, p.Title!)).ToList();
        bool IsShown(string section) => shown.Exists(p => p.Section == section);
        IReadOnlyList<T> Shown<T>(string section, IEnumerable<T> items) => IsShown(section) ? [.. items] : [];
        var card = new CompanyCard
        {
            Company = company.Id,
            Name = company.Name,
            Pronunciation = company.Pronunciation,
            Version = company.Version,
            At = TimeZoneInfo.ConvertTime(instant, company.TimeZone),
            Hours = OpeningHours.DecideAt(company, instant),
            Instructions = content.Instructions,
            Notices = [.. content.Notices.Where(n => n.Valid.Holds(instant, company.TimeZone))],
            Colours = content.Colours,
            About = IsShown(CardSections.About) ? content.About : null,
            Promotions = Shown(CardSections.Promotions, content.Promotions.Where(p => p.Valid.Holds(instant, company.TimeZone))),
            Services = Shown(CardSections.Services, content.Services),
            Offices = Shown(CardSections.Offices, content.Offices.Select(o => new OfficeNow(o, HoursOf(o, company, instant)))),
            Faq = Shown(CardSections.Faq, content.Faq),
            Employees = Shown(CardSections.Employees, company.Employees),
            Vips = Shown(CardSections.Vips, company.Callers.Known.Where(k => k.Priority == CallPriority.Vip)),
            Organisations = Shown(CardSections.Organisations, content.Organisations),
            Sections = [.. content.Sections.Where(s => IsShown(s.Id))],
        };
        return card with { Parts = [.. shown.Where(p => !IsEmpty(card, p.Section))] };
    }

    private static OpeningDecision? HoursOf(CardOffice office, CompanyDefinition company, DateTimeOffset instant) => office.SaysHours
        ? OpeningHours.DecideAt(
            company with
            {
                TimeZone = office.TimeZone ?? company.TimeZone,
                Hours = office.Hours,
                HoursExceptions = office.HoursExceptions,
                HoursOverride = office.HoursOverride,
            },
            instant)
        : null;

    /// <summary>First what the layout names, then the rest in its usual order.</summary>
    private static IEnumerable<CardLayoutEntry> Places(CardContent content)
    {
        List<(string Section, string Title)> usual = [.. BeforeOwn, .. content.Sections.Select(s => (s.Id, s.Title)), .. AfterOwn];
        var placed = content.Layout.Where(l => usual.Exists(u => u.Section == l.Section)).DistinctBy(l => l.Section, StringComparer.Ordinal)
            .Select(l => l with { Title = l.Title ?? usual.Find(u => u.Section == l.Section).Title }).ToList();
        return [.. placed, .. usual.Where(u => !placed.Exists(p => p.Section == u.Section)).Select(u => new CardLayoutEntry(u.Section) { Title = u.Title })];
    }

    private static bool IsEmpty(CompanyCard card, string section) => section switch
    {
        CardSections.About => card.About is null,
        CardSections.Promotions => card.Promotions.Count == 0,
        CardSections.Services => card.Services.Count == 0,
        CardSections.Offices => card.Offices.Count == 0,
        CardSections.Faq => card.Faq.Count == 0,
        CardSections.Employees => card.Employees.Count == 0,
        CardSections.Vips => card.Vips.Count == 0,
        CardSections.Organisations => card.Organisations.Count == 0,
        _ => false,
    };
}
