namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>Something a company offers for a while.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">What is said of it.</param>
/// <param name="Valid">When.</param>
public sealed record CardPromotion(string Name, string Text, Validity Valid);
