using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>A notice to every operator.</summary>
internal sealed record NoticeRequest(string? Text)
{
    public string Checked() => Text?.Trim() is { Length: > 0 and <= DeskNotices.MaxText } text
        ? text
        : throw new BadHttpRequestException($"'text' must have 1 to {DeskNotices.MaxText} characters.");
}
