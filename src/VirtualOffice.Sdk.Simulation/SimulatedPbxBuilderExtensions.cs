using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>Adds simulated PBXs to an office.</summary>
public static class SimulatedPbxBuilderExtensions
{
    /// <summary>Adds a simulated PBX, which lives on the office's runtime. It can be had from the services, by its name as key when there are several.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The PBX's name, unique in the office.</param>
    /// <param name="configure">Sets options; null for the defaults.</param>
    public static IVirtualOfficeBuilder AddSimulatedPbx(this IVirtualOfficeBuilder builder, string name = "simulated", Action<SimulatedPbxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var options = new SimulatedPbxOptions();
        configure?.Invoke(options);
        builder.Services.AddKeyedSingleton(name, (services, _) => new SimulatedPbx(services.GetRequiredService<OfficeRuntime>(), name, options));
        builder.Services.AddSingleton(services => services.GetRequiredKeyedService<SimulatedPbx>(name));
        builder.Services.AddSingleton(services => services.GetRequiredKeyedService<SimulatedPbx>(name).CreateProvider(services.GetRequiredService<OfficeRuntime>()));
        builder.Services.AddSingleton<IOperatorPhones>(services => new SimulatedOperatorPhones(services.GetRequiredKeyedService<SimulatedPbx>(name)));
        return builder;
    }

    /// <summary>Adds a simulated PBX that exists already and outlives the office, as in a simulated world whose hosts are killed.</summary>
    public static IVirtualOfficeBuilder AddSimulatedPbx(this IVirtualOfficeBuilder builder, SimulatedPbx pbx)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(pbx);
        builder.Services.AddKeyedSingleton(pbx.Name, pbx);
        builder.Services.AddSingleton(pbx);
        builder.Services.AddSingleton(services => pbx.CreateProvider(services.GetRequiredService<OfficeRuntime>()));
        builder.Services.AddSingleton<IOperatorPhones>(new SimulatedOperatorPhones(pbx));
        return builder;
    }
}
