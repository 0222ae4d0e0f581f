namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>A version of a company as a document.</summary>
internal sealed record DocumentView(string Version, string Text)
{
    /// <summary>Remarks that a form could not keep; usually none.</summary>
    public IReadOnlyList<string> LostRemarks { get; init; } = [];
}
