namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>Something operators are told for a while, and callers are not.</summary>
/// <param name="Text">What.</param>
/// <param name="Valid">When.</param>
public sealed record CardNotice(string Text, Validity Valid);
