using Microsoft.Extensions.Hosting;

namespace VirtualOffice.Sdk;

/// <summary>Starts and stops the office with the generic host.</summary>
internal sealed class OfficeHostedService(IVirtualOffice office) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => office.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => office.StopAsync(cancellationToken);
}
