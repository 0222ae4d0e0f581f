namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A panel that the host adds, by name.</summary>
internal sealed record DeskPanelName(string Id, string Title);
