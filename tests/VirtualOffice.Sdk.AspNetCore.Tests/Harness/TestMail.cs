using System.Collections.Concurrent;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Desk.Harness;

/// <summary>Mail that is kept here; some addresses refuse it for good.</summary>
internal sealed class TestMail : INotificationChannel
{
    private readonly ConcurrentDictionary<string, bool> _refusing = new(StringComparer.Ordinal);

    public string Name => "email";

    public ConcurrentQueue<Notification> Delivered { get; } = new();

    public void Refuse(string address) => _refusing[address] = true;

    public void Accept(string address) => _refusing.TryRemove(address, out _);

    public NotificationPreview? Preview(Notification notification) =>
        new($"{notification.Message.CompanyName}: message", string.Join('\n', notification.Message.Fields.Select(f => $"{f.Name}: {f.Value}")));

    public Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (_refusing.ContainsKey(notification.Delivery.Recipient))
        {
            return Task.FromResult(DeliveryAttempt.Failed("550 no such mailbox"));
        }

        Delivered.Enqueue(notification);
        return Task.FromResult(DeliveryAttempt.Delivered());
    }
}
