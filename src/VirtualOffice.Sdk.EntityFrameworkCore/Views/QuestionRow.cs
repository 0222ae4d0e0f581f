namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A question that was asked in a call.</summary>
internal sealed class QuestionRow
{
    public required string CallId { get; set; }

    /// <summary>By what it is counted.</summary>
    public required string Key { get; set; }

    public string? Company { get; set; }

    public string? Faq { get; set; }

    public required string Text { get; set; }

    public bool IsAnswered { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
