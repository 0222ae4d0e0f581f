using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>A notification channel on which attempts fail, hang, or succeed without saying so.</summary>
internal sealed class FaultyChannel(MailBag mail, SimulatedHost host, DeliveryWatch watch, Queue<DeliveryFault> faults) : INotificationChannel
{
    private static readonly TimeSpan HangTime = TimeSpan.FromSeconds(25);

    public string Name => mail.Name;

    public async Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        watch.Attempted(notification);
        var fault = faults.TryDequeue(out var next) ? next : DeliveryFault.None;
        if (fault != DeliveryFault.None)
        {
            watch.Note(notification.Delivery.Id, fault);
        }

        switch (fault)
        {
            case DeliveryFault.Retry:
                return DeliveryAttempt.RetryLater("451 try again later");
            case DeliveryFault.Permanent:
                return DeliveryAttempt.Failed("550 no such mailbox");
            case DeliveryFault.Hang:
                await Task.Delay(HangTime, host.Runtime.Clock, cancellationToken);
                throw new TimeoutException("The mail server fell silent.");
        }

        if (notification.OpenRecordingAsync is { } open)
        {
            await using var recording = await open(cancellationToken);
            watch.Opened(notification, recording);
        }

        var attempt = await mail.DeliverAsync(notification, cancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(20), host.Runtime.Clock, cancellationToken);
        return fault == DeliveryFault.AnswerLost ? throw new IOException("The connection broke after DATA.") : attempt;
    }
}
