using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>A notification channel that keeps what it delivered.</summary>
internal sealed class MailBag : INotificationChannel
{
    private readonly List<Notification> _delivered = [];

    public string Name => "email";

    public IReadOnlyList<Notification> Delivered => _delivered;

    public Func<Notification, DeliveryAttempt> Answer { get; set; } = _ => DeliveryAttempt.Delivered();

    public Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        var answer = Answer(notification);
        if (answer.Outcome == DeliveryOutcome.Delivered)
        {
            _delivered.Add(notification);
        }

        return Task.FromResult(answer);
    }
}
