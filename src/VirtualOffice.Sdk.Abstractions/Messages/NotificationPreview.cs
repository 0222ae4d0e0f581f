namespace VirtualOffice.Sdk.Messages;

/// <summary>What a recipient would read or hear.</summary>
/// <param name="Subject">The subject; null where there is none.</param>
/// <param name="Text">The text. Untrusted where a caller's words are in it.</param>
public sealed record NotificationPreview(string? Subject, string Text);
