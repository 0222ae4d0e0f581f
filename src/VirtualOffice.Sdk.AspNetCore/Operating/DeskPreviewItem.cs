namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What one recipient would get.</summary>
/// <param name="Channel">How.</param>
/// <param name="Recipient">The address; empty when nobody has one.</param>
/// <param name="DueAt">When; null for at once.</param>
/// <param name="UnlessAcknowledged">Whether it is only sent when nobody has acknowledged the message by then.</param>
/// <param name="Subject">The subject; null for none.</param>
/// <param name="Text">The text; null when the channel cannot show it.</param>
internal sealed record DeskPreviewItem(string Channel, string Recipient, DateTimeOffset? DueAt, bool UnlessAcknowledged, string? Subject, string? Text);
