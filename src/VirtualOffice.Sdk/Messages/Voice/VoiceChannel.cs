using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Messages.Voice;

/// <summary>Rings people up, lets them hear the message, and asks them to press 1 to accept it. A host that dies over such a call leaves a leg that the next reconciliation ends.</summary>
internal sealed class VoiceChannel(
    string name,
    VoiceChannelOptions options,
    IReadOnlyList<ITelephonyProvider> pbxs,
    RecipientLegs legs,
    VoicePrompts prompts,
    VoiceDialling dialling,
    OfficeRuntime runtime) : INotificationChannel
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    public string Name => name;

    public TimeSpan? AttemptTime => DeliveryRunner.LongestAttempt;

    public NotificationPreview? Preview(Notification notification) => new NotificationPreview(null, SpokenMessage.Of(notification.Message));

    public async Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(notification.Delivery.Recipient, out var number))
        {
            return DeliveryAttempt.Failed($"'{notification.Delivery.Recipient}' is no phone number; needed is the international form, such as +78124540001.");
        }

        if (pbxs.FirstOrDefault(p => options.Pbx is null || p.Name == options.Pbx) is not { } pbx)
        {
            return DeliveryAttempt.RetryLater($"There is no PBX '{options.Pbx}'; the office has {string.Join(", ", pbxs.Select(p => p.Name))}.");
        }

        if (dialling.WhyNot(notification.Message, number) is { } denied)
        {
            return DeliveryAttempt.Failed(denied);
        }

        var said = await prompts.OfAsync(notification, cancellationToken);
        var leg = legs.Open(new LegId(pbx.Name, $"vo-{runtime.Ids.NewId():N}"), runtime.Clock);
        try
        {
            if (!dialling.TryReserve(notification.Message, leg.Id, out var limit))
            {
                return DeliveryAttempt.RetryLater(limit);
            }

            // So that the call ends by itself before the attempt is broken off.
            var call = new VoiceCall(pbx, leg, said, options, DeliveryRunner.LongestAttempt - Slack, runtime);
            var request = new DialRequest(leg.Id, new LegTag(notification.Message.Call, LegRole.Recipient), new NumberTarget(number), CallerOf(notification.Message), options.RingTime);
            return await call.RunAsync(request, notification.Acknowledged, cancellationToken);
        }
        finally
        {
            dialling.Release(notification.Message, leg.Id);
            legs.Close(leg.Id);
        }
    }

    private CallerId CallerOf(Message message) => CallerId.Clean((options.ShownNumber?.ToString()) ?? message.Dialled, message.CompanyName);
}
