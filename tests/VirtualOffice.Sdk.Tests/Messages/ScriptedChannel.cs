using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>A notification channel that answers as told. Its answer comes later and never within the call, as over a network.</summary>
internal sealed class ScriptedChannel : INotificationChannel
{
    public string Name => "email";

    public Func<Notification, DeliveryAttempt> Answer { get; set; } = _ => DeliveryAttempt.Delivered();

    public async Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        var answer = Answer(notification);
        await Task.Yield();
        return answer;
    }
}
