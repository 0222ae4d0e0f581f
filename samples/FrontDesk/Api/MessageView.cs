using VirtualOffice.Sdk.Messages;

namespace FrontDesk.Api;

internal sealed record MessageView(
    string Id,
    MessageKind Kind,
    string? Employee,
    IReadOnlyDictionary<string, string> Fields,
    DateTimeOffset At,
    string? Recording,
    IReadOnlyList<DeliveryView> Delivery)
{
    public static MessageView Of(Message message, IReadOnlyList<MessageDelivery> deliveries, DateTimeOffset at) => new(
        message.Id.ToString(),
        message.Kind,
        message.Employee?.Value,
        message.Fields.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal),
        at,
        message.Recording is null ? null : $"/api/v1/calls/{message.Call}/messages/{message.Id}/recording",
        [.. deliveries.Where(d => d.Id.Message == message.Id).Select(d => new DeliveryView(d.Recipient, d.State, d.Attempts, d.LastError))]);
}
