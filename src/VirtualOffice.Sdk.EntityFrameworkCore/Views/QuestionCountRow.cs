namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A line of a count of questions.</summary>
internal sealed class QuestionCountRow
{
    public required string Key { get; set; }

    public string? Faq { get; set; }

    public required string Text { get; set; }

    public long Answered { get; set; }

    public long Unanswered { get; set; }

    /// <summary>UTC ticks.</summary>
    public long LastAt { get; set; }
}
