using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A question a caller asked.</summary>
/// <param name="Text">The question: 1 to 200 characters on one line. That of the card, or what the operator looked for.</param>
/// <param name="IsAnswered">Whether the operator could answer it.</param>
public sealed record AskedQuestion(string Text, bool IsAnswered)
{
    /// <summary>The entry of the company's card; null for a question that the card does not have.</summary>
    public string? Faq { get; init; }

    /// <summary>The operator; null when nobody said.</summary>
    public OperatorId? By { get; init; }

    /// <summary>By what it is counted: the same for the same entry of the card, and for the same words in whatever case.</summary>
    public string Key => Faq is { } faq ? $"faq:{faq}" : $"text:{Text.ToUpperInvariant()}";
}
