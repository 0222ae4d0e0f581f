using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>A notification channel that answers as told. Its answer comes later and never within the call, as over a network.</summary>
internal sealed class ScriptedChannel : INotificationChannel
{
    public string Name { get; init; } = "email";

    public Func<Notification, DeliveryAttempt> Answer { get; set; } = _ => DeliveryAttempt.Delivered();

    /// <summary>For which deliveries the other side never answers.</summary>
    public Func<Notification, bool> Hang { get; set; } = _ => false;

    public async Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (Hang(notification))
        {
            var never = new TaskCompletionSource();
            await using var cancelled = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            await never.Task;
        }

        var answer = Answer(notification);
        await Task.Yield();
        return answer;
    }
}
