namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>A message that was made up, as it would read.</summary>
/// <param name="Subject">The subject; null for each channel's own.</param>
/// <param name="Text">The text; null for each channel's own, which tells everything that was gathered.</param>
internal sealed record MessageTextView(string? Subject, string? Text);
