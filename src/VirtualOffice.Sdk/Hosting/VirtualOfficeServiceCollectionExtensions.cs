using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Events;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>Adds a virtual office to a host.</summary>
public static class VirtualOfficeServiceCollectionExtensions
{
    /// <summary>
    /// Adds a virtual office. A PBX, the stores, a recording store and the companies have no default: what is missing is an error at start that names the call to add.
    /// With a generic host the office starts and stops with it; otherwise call <see cref="IVirtualOffice.StartAsync"/>.
    /// </summary>
    /// <exception cref="VirtualOfficeException">A <c>Use…</c> slot is filled twice.</exception>
    public static IServiceCollection AddVirtualOffice(this IServiceCollection services, Action<IVirtualOfficeBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        services.AddOptions<OfficeOptions>();
        services.TryAddSingleton<IValidateOptions<OfficeOptions>, OfficeOptionsValidator>();
        services.TryAddSingleton(_ => new OfficeRuntime { Ids = new SystemIdSource(TimeProvider.System), Random = SharedRandom.Instance });
        services.TryAddSingleton(provider => new OfficeInstruments(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>()));
        services.TryAddSingleton<OfficeEvents>();
        services.TryAddSingleton<CompanyDirectory>();
        services.TryAddSingleton<EmployeeBook>();
        services.TryAddSingleton<OperatorRoster>();
        services.TryAddSingleton<CallDirectory>();
        services.TryAddSingleton<RecipientLegs>();
        services.TryAddSingleton(provider => new DialLedger(provider.GetRequiredService<OfficeRuntime>().Clock));
        services.TryAddSingleton(provider =>
        {
            var calls = provider.GetRequiredService<CallDirectory>();
            return new EventLog(provider.GetRequiredService<OfficeEvents>(), call => calls.Find(call)?.Record.Company, provider.GetRequiredService<OfficeRuntime>());
        });
        services.TryAddSingleton<IEventLog>(provider => provider.GetRequiredService<EventLog>());
        services.TryAddSingleton<OfficeComposition>();
        services.TryAddSingleton<FailStop>();
        services.TryAddSingleton<IVirtualOffice, Office>();
        services.AddHostedService<OfficeHostedService>();
        configure(new VirtualOfficeBuilder(services));
        return services;
    }
}
