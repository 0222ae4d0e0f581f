namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>A section of a card, in the order of the screen.</summary>
/// <param name="Section">One of the <see cref="CardSections"/>, or the id of a section of the company's own.</param>
/// <param name="Title">Its title.</param>
public sealed record CardPart(string Section, string Title);
