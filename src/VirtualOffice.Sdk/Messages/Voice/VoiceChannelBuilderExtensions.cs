using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Messages.Voice;
using VirtualOffice.Sdk.Speech;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>Adds delivery of messages by telephone calls, and what reads texts aloud, to an office.</summary>
public static class VoiceChannelBuilderExtensions
{
    /// <summary>
    /// Rings people up, plays or reads the message to them, and asks to press 1 to accept it, which acknowledges it. Recipients are phone numbers in international form.
    /// Without a synthesizer (<see cref="UseSpeech"/>, <see cref="UseEspeak"/>) they hear recorded prompts and the caller's number instead of the text.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets how; null for the defaults.</param>
    /// <param name="name">The channel's name, unique in the office; <c>voice</c> by default.</param>
    public static IVirtualOfficeBuilder AddVoiceChannel(this IVirtualOfficeBuilder builder, Action<VoiceChannelOptions>? configure = null, string name = "voice")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.Services.AddOptions<VoiceChannelOptions>(name).Configure(o => configure?.Invoke(o)).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VoiceChannelOptions>, VoiceChannelOptionsValidator>());
        builder.Services.AddSingleton<INotificationChannel>(services =>
        {
            var options = services.GetRequiredService<IOptionsMonitor<VoiceChannelOptions>>().Get(name);
            var prompts = new VoicePrompts(
                options,
                services.GetRequiredService<IOptions<OfficeOptions>>().Value,
                services.GetRequiredService<CompanyDirectory>(),
                services.GetService<ISpeechSynthesizer>() is { } synthesizer ? new SpeechCache(synthesizer) : null,
                services.GetRequiredService<ILogger<VoicePrompts>>());
            var dialling = new VoiceDialling(services.GetRequiredService<CompanyDirectory>(), services.GetRequiredService<DialLedger>(), services.GetRequiredService<IOptions<OfficeOptions>>().Value);
            return new VoiceChannel(
                name, options, [.. services.GetServices<ITelephonyProvider>()], services.GetRequiredService<RecipientLegs>(), prompts, dialling, services.GetRequiredService<OfficeRuntime>());
        });
        return builder;
    }

    /// <summary>Lets texts be read aloud by a synthesizer of the host's own.</summary>
    public static IVirtualOfficeBuilder UseSpeech(this IVirtualOfficeBuilder builder, ISpeechSynthesizer synthesizer)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(synthesizer);
        return builder.FillSlot(ServiceDescriptor.Singleton(synthesizer), "UseSpeech(…)");
    }

    /// <summary>Lets texts be read aloud by eSpeak NG, a program that must be installed on the machine.</summary>
    public static IVirtualOfficeBuilder UseEspeak(this IVirtualOfficeBuilder builder, Action<EspeakOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptionsWithValidateOnStart<EspeakOptions, EspeakOptionsValidator>().Configure(o => configure?.Invoke(o));
        return builder.FillSlot(
            ServiceDescriptor.Singleton<ISpeechSynthesizer>(services => new EspeakSynthesizer(
                services.GetRequiredService<IOptions<EspeakOptions>>().Value, services.GetRequiredService<OfficeRuntime>().Clock)),
            "UseEspeak(…)");
    }
}
