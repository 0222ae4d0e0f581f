namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>A section of a card: words to say, what the operator is to do, and the items of a list.</summary>
internal sealed record CardSectionView(string Id, string Title, string? Text, string? Instructions, IReadOnlyList<object> Items);
