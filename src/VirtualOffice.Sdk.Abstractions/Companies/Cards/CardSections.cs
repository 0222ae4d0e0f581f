namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>The ids of the sections that every company may have.</summary>
public static class CardSections
{
    /// <summary>Who the company is.</summary>
    public const string About = "about";

    /// <summary>What it offers now.</summary>
    public const string Promotions = "promotions";

    /// <summary>What it does.</summary>
    public const string Services = "services";

    /// <summary>Where it is, and what is open now.</summary>
    public const string Offices = "offices";

    /// <summary>What callers ask often.</summary>
    public const string Faq = "faq";

    /// <summary>Whom callers can be transferred to.</summary>
    public const string Employees = "employees";

    /// <summary>Callers who are served before everybody.</summary>
    public const string Vips = "vips";

    /// <summary>The directory of organisations.</summary>
    public const string Organisations = "organisations";

    /// <summary>All of them in their usual order; sections of a company's own stand before the employees.</summary>
    public static IReadOnlyList<string> All { get; } = [About, Promotions, Services, Offices, Faq, Employees, Vips, Organisations];
}
