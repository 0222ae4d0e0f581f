namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>What operators are shown of a company, as its document defines it; what of it holds at an instant is a <see cref="CompanyCard"/>.</summary>
public sealed record CardContent
{
    /// <summary>The card of a company that says nothing of itself.</summary>
    public static CardContent Empty { get; } = new();

    /// <summary>Who the company is, in words to say; null when not said.</summary>
    public string? About { get; init; }

    /// <summary>What the operator is to do, apart from words to say; null for nothing.</summary>
    public string? Instructions { get; init; }

    /// <summary>What the company does.</summary>
    public IReadOnlyList<CardService> Services { get; init => field = value ?? []; } = [];

    /// <summary>Where it is.</summary>
    public IReadOnlyList<CardOffice> Offices { get; init => field = value ?? []; } = [];

    /// <summary>What it offers for a while.</summary>
    public IReadOnlyList<CardPromotion> Promotions { get; init => field = value ?? []; } = [];

    /// <summary>What callers ask often.</summary>
    public IReadOnlyList<FaqEntry> Faq { get; init => field = value ?? []; } = [];

    /// <summary>What operators are told for a while.</summary>
    public IReadOnlyList<CardNotice> Notices { get; init => field = value ?? []; } = [];

    /// <summary>Sections of the company's own.</summary>
    public IReadOnlyList<CardSection> Sections { get; init => field = value ?? []; } = [];

    /// <summary>Organisations that write to the company, or it to them: for faxes.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init => field = value ?? []; } = [];

    /// <summary>The colours of its screen; null for the office's own.</summary>
    public CardColours? Colours { get; init; }

    /// <summary>The order of its sections and which of them are shown. Sections that are not named here follow, in their usual order.</summary>
    public IReadOnlyList<CardLayoutEntry> Layout { get; init => field = value ?? []; } = [];
}
