namespace VirtualOffice.Sdk.Messages;

/// <summary>A way to deliver messages: it makes one attempt and says what happened. Safe for concurrent use.</summary>
public interface INotificationChannel
{
    /// <summary>The channel's name, unique in an office, for example <c>email</c>.</summary>
    string Name { get; }

    /// <summary>How long an attempt may take, up to 4 min; null, the default, for the office's usual 2 min.</summary>
    TimeSpan? AttemptTime => null;

    /// <summary>What the recipient would get, made by what makes the real one; null when the channel cannot show it. Nothing is sent.</summary>
    NotificationPreview? Preview(Notification notification) => null;

    /// <summary>Attempts one delivery. Failures are results; an exception counts as <see cref="DeliveryOutcome.RetryLater"/>.</summary>
    Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken);
}
