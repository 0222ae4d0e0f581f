using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Messages;

/// <summary>What became of a message, in the order of time.</summary>
internal sealed record MessageLogView(IReadOnlyList<MessageLogView.Entry> Entries)
{
    /// <param name="log">All there is.</param>
    /// <param name="isOffice">Whether it is for the office itself, which sees whom of its own was told.</param>
    public static MessageLogView Of(IReadOnlyList<MessageLogEntry> log, bool isOffice) =>
        new([.. log.Where(e => isOffice || e.Delivery is not { IsEscalation: true }).Select(e => new Entry(e.At, e.Kind, e.Who, e.Detail, e.Delivery?.ToString()))]);

    internal sealed record Entry(DateTimeOffset At, MessageLogKind Kind, string? Who, string Detail, string? Delivery);
}
