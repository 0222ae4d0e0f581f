using Microsoft.Extensions.DependencyInjection;

namespace VirtualOffice.Sdk;

internal sealed class VirtualOfficeBuilder(IServiceCollection services) : IVirtualOfficeBuilder
{
    public IServiceCollection Services { get; } = services;
}
