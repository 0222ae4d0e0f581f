using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What would be sent, to whom and when, as the channels themselves make it.</summary>
internal sealed record DeskPreviewView(IReadOnlyList<DeskPreviewItem> Deliveries)
{
    public static DeskPreviewView Of(MessagePreview preview, IEnumerable<INotificationChannel> channels)
    {
        var byName = channels.ToLookup(c => c.Name, StringComparer.Ordinal);
        return new DeskPreviewView([.. preview.Deliveries.Select(d => Item(d, byName[d.Channel].FirstOrDefault()?.Preview(new Notification(d, preview.Message, null))))]);
    }

    private static DeskPreviewItem Item(MessageDelivery delivery, NotificationPreview? shown) => new(
        delivery.Channel,
        delivery.Recipient,
        delivery.DueAt > delivery.CreatedAt ? delivery.DueAt : null,
        delivery.UnlessAcknowledged,
        shown?.Subject,
        shown?.Text);
}
