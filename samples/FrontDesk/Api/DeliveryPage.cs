namespace FrontDesk.Api;

internal sealed record DeliveryPage(IReadOnlyList<DeliveryItem> Deliveries, string? Next);
