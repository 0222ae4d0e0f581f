namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>A row of a panel. Shown as text, whatever is in it.</summary>
/// <param name="Label">What it is, for example an order's number.</param>
/// <param name="Text">What is said of it.</param>
/// <param name="Link">Where to read more, http or https, opened in a tab of its own; null for nowhere.</param>
public sealed record DeskPanelRow(string Label, string Text, Uri? Link = null);
