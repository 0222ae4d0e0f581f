using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Messages.Http;

namespace VirtualOffice.Sdk;

/// <summary>Adds notification channels over HTTP to an office.</summary>
public static class HttpChannelBuilderExtensions
{
    /// <summary>
    /// Posts messages as JSON (<c>delivery</c> and <c>message</c>), signed in the headers <c>VirtualOffice-Timestamp</c> and <c>VirtualOffice-Signature</c>: the latter is <c>v1=</c> and the
    /// HMAC-SHA256, in hexadecimal digits, of the timestamp, a full stop and the body. <c>VirtualOffice-Delivery</c> is the same in every attempt. An answer of 2xx is a delivery;
    /// 408, 425, 429, 5xx and no answer are tried again; every other answer is final.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the address and the secret.</param>
    /// <param name="name">The channel's name, unique in the office; <c>webhook</c> by default.</param>
    public static IVirtualOfficeBuilder AddWebhookChannel(this IVirtualOfficeBuilder builder, Action<WebhookOptions> configure, string name = "webhook")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.Services.AddOptions<WebhookOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());
        builder.Services.AddSingleton<INotificationChannel>(services => new WebhookChannel(
            name, services.GetRequiredService<IOptionsMonitor<WebhookOptions>>().Get(name), HttpSender.NewHandler(), ClockOf(services)));
        return builder;
    }

    /// <summary>Sends messages as texts to phones, through a gateway that is asked over HTTP. Recipients are phone numbers in international form. Answers count as those of a webhook.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets how the gateway is asked.</param>
    /// <param name="name">The channel's name, unique in the office; <c>sms</c> by default.</param>
    public static IVirtualOfficeBuilder AddSmsGateway(this IVirtualOfficeBuilder builder, Action<SmsGatewayOptions> configure, string name = "sms")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.Services.AddOptions<SmsGatewayOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SmsGatewayOptions>, SmsGatewayOptionsValidator>());
        builder.Services.AddSingleton<INotificationChannel>(services => new SmsGatewayChannel(
            name, services.GetRequiredService<IOptionsMonitor<SmsGatewayOptions>>().Get(name), HttpSender.NewHandler(), ClockOf(services)));
        return builder;
    }

    private static TimeProvider ClockOf(IServiceProvider services) => services.GetService<OfficeRuntime>()?.Clock ?? TimeProvider.System;
}
