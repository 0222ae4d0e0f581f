namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>What an operator is shown of a company at an instant: promotions and notices that hold, offices with whether they are open. Immutable.</summary>
public sealed record CompanyCard
{
    /// <summary>The company.</summary>
    public required CompanyId Company { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How the name is pronounced; null when not said.</summary>
    public string? Pronunciation { get; init; }

    /// <summary>The version of the company that the card is of.</summary>
    public required string Version { get; init; }

    /// <summary>The instant, in the company's time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the company takes calls then, by which rule, and until when.</summary>
    public required OpeningDecision Hours { get; init; }

    /// <summary>What the operator is to do, apart from words to say; null for nothing.</summary>
    public string? Instructions { get; init; }

    /// <summary>What operators are told now.</summary>
    public IReadOnlyList<CardNotice> Notices { get; init; } = [];

    /// <summary>The colours of the screen; null for its own.</summary>
    public CardColours? Colours { get; init; }

    /// <summary>The sections in the order of the screen. What is empty or hidden is not among them, and empty below.</summary>
    public IReadOnlyList<CardPart> Parts { get; init; } = [];

    /// <summary>Who the company is; null when not said.</summary>
    public string? About { get; init; }

    /// <summary>What it offers now.</summary>
    public IReadOnlyList<CardPromotion> Promotions { get; init; } = [];

    /// <summary>What it does.</summary>
    public IReadOnlyList<CardService> Services { get; init; } = [];

    /// <summary>Where it is, and whether there is somebody now.</summary>
    public IReadOnlyList<OfficeNow> Offices { get; init; } = [];

    /// <summary>What callers ask often.</summary>
    public IReadOnlyList<FaqEntry> Faq { get; init; } = [];

    /// <summary>Whom callers can be transferred to.</summary>
    public IReadOnlyList<Employee> Employees { get; init; } = [];

    /// <summary>Callers who are served before everybody.</summary>
    public IReadOnlyList<KnownCaller> Vips { get; init; } = [];

    /// <summary>The directory of organisations.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    /// <summary>Sections of the company's own.</summary>
    public IReadOnlyList<CardSection> Sections { get; init; } = [];
}
