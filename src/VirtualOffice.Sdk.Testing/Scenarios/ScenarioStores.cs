using Microsoft.Extensions.DependencyInjection;

namespace VirtualOffice.Sdk.Testing;

/// <summary>The stores of a scenario: in memory, and the same for every host of it.</summary>
internal static class ScenarioStores
{
    public static IServiceCollection New()
    {
        var services = new ServiceCollection();
        services.AddVirtualOffice(office => office.UseInMemoryStores());
        return services;
    }

    public static T Of<T>(IServiceCollection stores)
        where T : class => (T)stores.Single(s => s.ServiceType == typeof(T)).ImplementationInstance!;

    public static void AddTo(IServiceCollection services, IServiceCollection stores)
    {
        foreach (var store in stores.Where(s => s.ServiceType.Namespace == typeof(Stores.ICallJournal).Namespace))
        {
            services.Add(store);
        }
    }
}
