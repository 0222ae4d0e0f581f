namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>A section of a company's own.</summary>
/// <param name="Id">The id, unique in the company and none of the <see cref="CardSections"/>: 1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">What is said.</param>
public sealed record CardSection(string Id, string Title, string Text)
{
    /// <summary>What the operator is to do, apart from words to say; null for nothing.</summary>
    public string? Instructions { get; init; }
}
