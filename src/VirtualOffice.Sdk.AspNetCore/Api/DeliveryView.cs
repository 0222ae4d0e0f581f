using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record DeliveryView(string Recipient, DeliveryState State, int Attempts, string? LastError);
