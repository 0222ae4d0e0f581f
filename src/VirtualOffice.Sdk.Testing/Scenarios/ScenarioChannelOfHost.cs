using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A scenario's channel, as a host sees it.</summary>
internal sealed class ScenarioChannelOfHost(ScenarioChannel channel) : INotificationChannel
{
    public string Name => channel.Name;

    public Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken) => Task.FromResult(channel.Attempt(notification));
}
