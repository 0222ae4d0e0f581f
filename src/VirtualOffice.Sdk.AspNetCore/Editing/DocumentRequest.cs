using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>A document that somebody works on.</summary>
internal sealed record DocumentRequest(string? Text, string? BasedOn, int Revision, DateTimeOffset? At, string? Caller)
{
    public string RequireText() => Text ?? throw new BadHttpRequestException("'text' is missing: the company's document.");

    public string RequireBasedOn() => BasedOn ?? throw new BadHttpRequestException("'basedOn' is missing: the version in force that was looked at.");
}
