using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Corner;

/// <summary>What callers asked, and in how many calls.</summary>
internal sealed record CornerQuestionView(string? Faq, string Text, long Answered, long Unanswered, DateTimeOffset LastAt)
{
    public static CornerQuestionView Of(QuestionCount count) => new(count.Faq, count.Text, count.Answered, count.Unanswered, count.LastAt);
}
