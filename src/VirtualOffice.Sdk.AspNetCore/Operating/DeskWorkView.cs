using VirtualOffice.Sdk.AspNetCore.Api;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What waits for a person: messages that could not be delivered, and callers to be called back.</summary>
internal sealed record DeskWorkView(IReadOnlyList<DeliveryItem> Deliveries, IReadOnlyList<CallbackItem> Callbacks);
