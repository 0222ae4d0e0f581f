using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk;

/// <summary>Adds simulated people to an office.</summary>
public static class SimulatedPeopleBuilderExtensions
{
    /// <summary>
    /// Adds callers, operators and employees who use the office's simulated PBXs by themselves. A generic host starts them after the office; otherwise start <see cref="SimulatedPeople"/>.
    /// Every operator of the office is simulated.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets how they behave; null for the defaults.</param>
    public static IVirtualOfficeBuilder AddSimulatedPeople(this IVirtualOfficeBuilder builder, Action<SimulatedPeopleOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new SimulatedPeopleOptions();
        configure?.Invoke(options);
        builder.Services.AddSingleton(services => new SimulatedPeople(
            services.GetRequiredService<IVirtualOffice>(),
            services.GetServices<SimulatedPbx>(),
            services.GetRequiredService<OfficeRuntime>(),
            options,
            services.GetService<ILogger<SimulatedPeople>>() ?? NullLogger<SimulatedPeople>.Instance));
        builder.Services.AddSingleton<IHostedService>(services => services.GetRequiredService<SimulatedPeople>());
        return builder;
    }
}
