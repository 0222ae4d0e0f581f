using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.AspNetCore.Editing.Forms;

namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>How messages of a document's company would read, to be tried out.</summary>
/// <param name="Text">The document.</param>
/// <param name="MessageText">How they would read; null for as the document says.</param>
internal sealed record MessageTextRequest(string? Text, MessageTextField? MessageText)
{
    public string RequireText() => Text ?? throw new BadHttpRequestException("'text' is missing: the company's document.");
}
