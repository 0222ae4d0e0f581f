namespace VirtualOffice.Sdk.Companies;

/// <summary>A change of a company that somebody works on: kept, looked at and tried out before it is in force. It may be wrong; only publishing asks for what is right.</summary>
/// <param name="Definition">The company as it is to be. Its version is not looked at: it follows from what it says.</param>
/// <param name="BasedOn">The version in force that it was made from; null for a new company.</param>
public sealed record CompanyDraft(CompanyDefinition Definition, string? BasedOn)
{
    /// <summary>The id; given when it is first saved.</summary>
    public DraftId Id { get; init; }

    /// <summary>How often it was saved: 0 for one that was not saved yet. Saving needs the revision that was looked at.</summary>
    public int Revision { get; init; }

    /// <summary>Who saved it last; null when nobody was named.</summary>
    public string? By { get; init; }

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>The document its author wrote, with comments; null for one that was not written as a document. It says what <see cref="Definition"/> says.</summary>
    public string? Text { get; init; }
}
