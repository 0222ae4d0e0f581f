using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Asterisk;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>Adds Asterisk to an office.</summary>
public static class AsteriskBuilderExtensions
{
    /// <summary>Adds an Asterisk under a name of its own; several may stand side by side.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The PBX's name, part of every id: 1 to 32 ASCII letters, digits, <c>-</c> or <c>_</c>.</param>
    /// <param name="configuration">Where the options are read from, see <see cref="AsteriskOptions"/>.</param>
    /// <exception cref="ArgumentException">The name has a character that is not allowed.</exception>
    public static IVirtualOfficeBuilder AddAsterisk(this IVirtualOfficeBuilder builder, string name, IConfigurationSection configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        var added = builder.Add(name);
        builder.Services.Configure<AsteriskOptions>(name, configuration);
        return added;
    }

    /// <summary>Adds an Asterisk under a name of its own; several may stand side by side.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The PBX's name, part of every id: 1 to 32 ASCII letters, digits, <c>-</c> or <c>_</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException">The name has a character that is not allowed.</exception>
    public static IVirtualOfficeBuilder AddAsterisk(this IVirtualOfficeBuilder builder, string name, Action<AsteriskOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var added = builder.Add(name);
        builder.Services.Configure(name, configure);
        return added;
    }

    private static IVirtualOfficeBuilder Add(this IVirtualOfficeBuilder builder, string name)
    {
        if (!DeviceId.TryParse(name, out _))
        {
            throw new ArgumentException($"'{name}' is not a PBX's name; expected 1 to 32 ASCII letters, digits, '-' or '_'.", nameof(name));
        }

        builder.Services.AddOptions<AsteriskOptions>(name).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AsteriskOptions>, AsteriskOptionsValidator>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AsteriskOptions>, AsteriskUrlValidator>());
        builder.Services.TryAddSingleton(services => new AsteriskInstruments(services.GetService<IMeterFactory>()));
        builder.Services.AddSingleton<ITelephonyProvider>(services => new AsteriskTelephonyProvider(
            name,
            services.GetRequiredService<IOptionsMonitor<AsteriskOptions>>().Get(name),
            services.GetRequiredService<OfficeRuntime>(),
            services.GetRequiredService<AsteriskInstruments>(),
            services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance));
        return builder;
    }
}
