namespace VirtualOffice.Sdk.Stores;

/// <summary>How often callers asked a company something, each call counted once.</summary>
/// <param name="Faq">The entry of the card; null for a question that the card did not have.</param>
/// <param name="Text">The question as it was noted last.</param>
/// <param name="Answered">In how many calls it was answered.</param>
/// <param name="Unanswered">In how many calls it was not.</param>
/// <param name="LastAt">When it was noted last, UTC.</param>
public sealed record QuestionCount(string? Faq, string Text, long Answered, long Unanswered, DateTimeOffset LastAt);
