namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>An office of a company at an instant.</summary>
/// <param name="Office">The office.</param>
/// <param name="Hours">Whether it is open then, by which rule, and until when; null when its hours are not said.</param>
public sealed record OfficeNow(CardOffice Office, OpeningDecision? Hours);
