namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>Something on a card that a search found.</summary>
/// <param name="Section">The section it stands in: one of the <see cref="CardSections"/>, or the id of a section of the company's own.</param>
/// <param name="Index">Its place in the section's list, from 0; 0 where the section has no list.</param>
/// <param name="Title">What it is: the question, the office, the employee.</param>
/// <param name="Text">What is said of it; null for nothing.</param>
/// <param name="Score">How well it fits; larger is better.</param>
public sealed record CardMatch(string Section, int Index, string Title, string? Text, int Score);
