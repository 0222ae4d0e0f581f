using VirtualOffice.Sdk.Messages;

namespace FrontDesk.Api;

internal sealed record DeliveryView(string Recipient, DeliveryState State, int Attempts, string? LastError);
