namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>What a company's own people may change of it, as the fields of a form. Everything is text as a person types it; days and times are the company's.</summary>
/// <param name="About">Who the company is.</param>
/// <param name="Instructions">What the operator is to do.</param>
/// <param name="IsRoundTheClock">Whether it takes calls round the clock; the hours do not count then.</param>
/// <param name="Hours">The hours of Monday to Sunday, for example <c>09:00-13:00, 14:00-18:00</c>; empty for closed.</param>
internal sealed record CompanyForm(string? About, string? Instructions, bool IsRoundTheClock, IReadOnlyList<string>? Hours)
{
    /// <summary>How messages read; null leaves it as it is.</summary>
    public MessageTextField? MessageText { get; init; }

    public IReadOnlyList<ExceptionField>? Exceptions { get; init; }

    public IReadOnlyList<AbsenceField>? Absences { get; init; }

    public IReadOnlyList<OnCallField>? OnCall { get; init; }

    public IReadOnlyList<NoticeField>? Notices { get; init; }

    public IReadOnlyList<PromotionField>? Promotions { get; init; }

    public IReadOnlyList<ServiceField>? Services { get; init; }

    public IReadOnlyList<OfficeField>? Offices { get; init; }

    public IReadOnlyList<FaqField>? Faq { get; init; }

    public IReadOnlyList<SectionField>? Sections { get; init; }
}
