using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>A form, and the document it was made of.</summary>
internal sealed record FormRequest(string? Text, CompanyForm? Form)
{
    public CompanyForm RequireForm() => Form ?? throw new BadHttpRequestException("'form' is missing: what the document is to say.");
}
