namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>Something a company does for its customers.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">What is said of it; null for nothing.</param>
public sealed record CardService(string Name, string? Text)
{
    /// <summary>What it costs, in words; null when not said.</summary>
    public string? Price { get; init; }

    /// <summary>Other words by which it is looked for.</summary>
    public IReadOnlyList<string> Keywords { get; init => field = value ?? []; } = [];
}
