namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A row of a panel; a link leads to another page, and only to one of the web.</summary>
internal sealed record DeskPanelRowView(string Label, string Text, string? Link)
{
    public static DeskPanelRowView Of(DeskPanelRow row) => new(row.Label, row.Text, row.Link is { IsAbsoluteUri: true, Scheme: "http" or "https" } link ? link.AbsoluteUri : null);
}
