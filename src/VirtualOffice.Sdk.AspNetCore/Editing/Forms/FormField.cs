namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>An entry of a list of the form.</summary>
internal abstract record FormField
{
    /// <summary>Which entry of the document it was, from 0: what the form doesn't show of that is kept. Null for a new one.</summary>
    public int? Of { get; init; }
}

/// <summary>Days with hours of their own.</summary>
internal sealed record ExceptionField(string? Name, string? From, string? Until, string? Hours, bool EveryYear) : FormField;

/// <summary>An employee is away.</summary>
internal sealed record AbsenceField(string? Employee, string? Reason, string? Note, string? From, string? Until, string? StandIn) : FormField;

/// <summary>Who is on call by default, of one list: employees in the order in which they are dialled.</summary>
internal sealed record OnCallField(string? Name, string? Who, IReadOnlyList<OnCallEntryField>? Entries) : FormField;

/// <summary>Who is on call for a time.</summary>
internal sealed record OnCallEntryField(string? From, string? Until, string? Who);

/// <summary>What operators are told for a while.</summary>
internal sealed record NoticeField(string? Text, string? From, string? Until) : FormField;

/// <summary>What the company offers for a while.</summary>
internal sealed record PromotionField(string? Name, string? Text, string? From, string? Until) : FormField;

/// <summary>What the company does.</summary>
internal sealed record ServiceField(string? Name, string? Text, string? Price, string? Keywords) : FormField;

/// <summary>Where the company is.</summary>
internal sealed record OfficeField(string? Name, string? Address, string? Phone, string? Directions) : FormField;

/// <summary>What callers ask often.</summary>
internal sealed record FaqField(string? Question, string? Answer, string? Keywords, string? Instructions) : FormField;

/// <summary>A section of the company's own.</summary>
internal sealed record SectionField(string? Title, string? Text, string? Instructions) : FormField;
