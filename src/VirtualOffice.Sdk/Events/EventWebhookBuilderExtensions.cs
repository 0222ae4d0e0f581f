using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Events;
using VirtualOffice.Sdk.Messages.Http;

namespace VirtualOffice.Sdk;

/// <summary>Tells other programs what happens in an office.</summary>
public static class EventWebhookBuilderExtensions
{
    /// <summary>
    /// Posts the office's events as JSON (<c>{"events":[…]}</c>), in their order, signed as messages are: <c>VirtualOffice-Timestamp</c>, <c>VirtualOffice-Signature</c>, and <c>VirtualOffice-Delivery</c>, which
    /// is the same in every attempt. Anything but 2xx, and no answer, is tried again, after 1 s at first and a minute in the end; what comes later waits behind it. An address that stays dead never slows a call:
    /// after a minute there is a <see cref="WebhookAlarm"/>, and of more than 10,000 events that wait the oldest are lost and told as missed.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the address, the secret, and which events.</param>
    /// <param name="name">The webhook's name, unique among the office's event webhooks.</param>
    public static IVirtualOfficeBuilder AddEventWebhook(this IVirtualOfficeBuilder builder, Action<EventWebhookOptions> configure, string name = "events")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.Services.AddOptions<EventWebhookOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EventWebhookOptions>, EventWebhookOptionsValidator>());
        builder.Services.AddSingleton(services => new EventWebhook(
            name,
            services.GetRequiredService<IOptionsMonitor<EventWebhookOptions>>().Get(name),
            HttpSender.NewHandler(),
            services.GetRequiredService<EventLog>(),
            services.GetRequiredService<OfficeEvents>(),
            services.GetRequiredService<OfficeInstruments>(),
            services.GetRequiredService<OfficeRuntime>().Clock,
            services.GetRequiredService<ILogger<EventWebhook>>()));
        return builder;
    }
}
