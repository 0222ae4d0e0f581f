using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record MessageView(
    string Id,
    MessageKind Kind,
    string? Employee,
    IReadOnlyDictionary<string, string> Fields,
    DateTimeOffset At,
    MessageUrgency Urgency,
    string? Corrects,
    RecordingView? Recording,
    IReadOnlyList<DeliveryView> Delivery)
{
    public static MessageView Of(Message message, CallRecord? record, IReadOnlyList<MessageDelivery> deliveries, string root) => new(
        message.Id.ToString(),
        message.Kind,
        message.Employee?.Value,
        message.Fields.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal),
        message.ReceivedAt,
        message.Urgency,
        message.Corrects?.ToString(),
        RecordingView.Of(
            record?.Recordings.FirstOrDefault(r => r.Id == message.Recording),
            $"{root}/calls/{message.Call}/messages/{message.Id}/recording"),
        [.. deliveries.Where(d => d.Id.Message == message.Id).Select(d => new DeliveryView(d.Recipient, d.State, d.Attempts, d.LastError))]);
}
