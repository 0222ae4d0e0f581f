using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Tests.Health;

public sealed class HealthCheckTests : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddVirtualOffice(office => office.UseInMemoryStores().AddSimulatedPbx().AddCompanies(new OfficeDefinition([], [])))
        .AddHealthChecks().AddVirtualOffice().Services
        .BuildServiceProvider();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NotStarted_IsUnhealthyAndSaysSo()
    {
        var entry = (await CheckAsync()).Entries["virtualoffice"];
        Assert.Equal((HealthStatus.Unhealthy, "The office waits for the office: not started"), (entry.Status, entry.Description));
        Assert.Equal(["ready"], entry.Tags);
    }

    [Fact]
    public async Task Started_BecomesHealthy()
    {
        var office = _services.GetRequiredService<IVirtualOffice>();
        var events = office.Events.ReadAllAsync(Cancel);
        await office.StartAsync(Cancel);
        await events.FirstAsync(e => e is PbxConnectionChanged { IsConnected: true }, Cancel);

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task BooksOutOfBalance_IsUnhealthyAndSaysWhat()
    {
        _services.GetRequiredService<OfficeInstruments>().BooksAlarm = ["A call is lost.", "A message is late."];

        var entry = (await CheckAsync()).Entries["virtualoffice-books"];
        Assert.Equal((HealthStatus.Unhealthy, "A call is lost. A message is late."), (entry.Status, entry.Description));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<HealthReport> CheckAsync() => _services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);
}
