namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A panel's rows. Text, whatever is in it.</summary>
internal sealed record DeskPanelView(string Id, string Title, IReadOnlyList<DeskPanelRowView> Rows)
{
    public static DeskPanelView Of(DeskPanel panel, IEnumerable<DeskPanelRow> rows) => new(panel.Id, panel.Title, [.. rows.Select(DeskPanelRowView.Of)]);
}
