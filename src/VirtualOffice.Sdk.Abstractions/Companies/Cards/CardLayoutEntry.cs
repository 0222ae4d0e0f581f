namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>The place of a section on a company's screen.</summary>
/// <param name="Section">One of the <see cref="CardSections"/>, or the id of a section of the company's own.</param>
public sealed record CardLayoutEntry(string Section)
{
    /// <summary>Its title; null for the usual one.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it is left out, of searching too.</summary>
    public bool IsHidden { get; init; }
}
