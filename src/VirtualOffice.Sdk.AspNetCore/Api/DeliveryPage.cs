namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record DeliveryPage(IReadOnlyList<DeliveryItem> Deliveries, string? Next);
