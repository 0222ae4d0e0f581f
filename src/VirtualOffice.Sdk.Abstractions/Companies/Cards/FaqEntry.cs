namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>A question that callers ask often.</summary>
/// <param name="Id">The id, unique in the company: 1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer, in words to say.</param>
public sealed record FaqEntry(string Id, string Question, string Answer)
{
    /// <summary>Other words by which it is looked for.</summary>
    public IReadOnlyList<string> Keywords { get; init => field = value ?? []; } = [];

    /// <summary>What the operator is to do, apart from words to say; null for nothing.</summary>
    public string? Instructions { get; init; }
}
