using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record DeliveryItem(
    string Id,
    string Call,
    string Company,
    string Channel,
    string Recipient,
    DeliveryState State,
    int Attempts,
    DateTimeOffset SavedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? EscalatedAt,
    string? LastError)
{
    public static DeliveryItem Of(MessageDelivery delivery) => new(
        delivery.Id.ToString(),
        delivery.Call.ToString(),
        delivery.Company.Value,
        delivery.Channel,
        delivery.Recipient,
        delivery.State,
        delivery.Attempts,
        delivery.CreatedAt,
        delivery.State == DeliveryState.Pending ? delivery.DueAt : null,
        delivery.EscalatedAt,
        delivery.LastError);
}
