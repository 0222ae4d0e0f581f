namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>The colours of a company's screen, each as <c>#rrggbb</c>.</summary>
/// <param name="Accent">For headings and borders.</param>
/// <param name="Background">Behind the text; null for the screen's own.</param>
/// <param name="Text">Of the text; null for the screen's own.</param>
public sealed record CardColours(string Accent, string? Background, string? Text);
