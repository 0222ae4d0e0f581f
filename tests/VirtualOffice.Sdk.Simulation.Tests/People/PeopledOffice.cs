using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>An office with simulated people, on the virtual clock.</summary>
internal sealed class PeopledOffice
{
    private static readonly CompanyId[] Companies = [CompanyId.Parse("fox-travel"), CompanyId.Parse("acme"), CompanyId.Parse("law")];
    private readonly SimulatedHost _host;
    private readonly ServiceProvider _services;

    public PeopledOffice(int seed, Action<SimulatedPeopleOptions>? configure = null)
    {
        World = new SimulatedWorld(seed, new SimulatedWorldOptions { Order = TaskOrder.Seeded });
        _host = World.AddHost();
        Pbx = new SimulatedPbx(World.Runtime);
        _services = new ServiceCollection()
            .AddVirtualOffice(office => office
                .UseRuntime(_host.Runtime)
                .AddSimulatedPbx(Pbx)
                .AddSimulatedPeople(configure)
                .UseInMemoryStores()
                .AddCompanies(Definition())
                .Services.AddSingleton<INotificationChannel>(new Mailbox()))
            .BuildServiceProvider();
        Office = _services.GetRequiredService<IVirtualOffice>();
        People = _services.GetRequiredService<SimulatedPeople>();
        World.Run(() => _host.Start(async () =>
        {
            await Office.StartAsync();
            await People.StartAsync(CancellationToken.None);
        }));
    }

    public SimulatedWorld World { get; }

    public SimulatedPbx Pbx { get; }

    public IVirtualOffice Office { get; }

    public SimulatedPeople People { get; }

    public IReadOnlyList<CallRecord> Calls => World.Run(() => _host.Start(() => Office.Calls.ListAsync(new CallQuery(TenantScope.Office, Limit: 500))));

    public IEnumerable<CallOutcomeKind> Outcomes => Calls.Select(call => call.Outcome?.Kind).OfType<CallOutcomeKind>();

    public void Stop() => World.Run(() => _host.Start(() => People.StopAsync(CancellationToken.None)));

    private static OfficeDefinition Definition() => new(
        [
            .. Companies.Select((id, i) => new CompanyDefinition
            {
                Id = id,
                Name = id.Value,
                Version = "1",
                Numbers = [PhoneNumber.Parse($"+7812454000{i}")],
                MessagesTo = $"office@{id}.example",
                Employees = [.. Enumerable.Range(1, 2).Select(n => new Employee(EmployeeId.Parse($"emp{n}"), $"Employee {n}", null, [PhoneNumber.Parse($"+7921454{i}{n}01"), PhoneNumber.Parse($"+7921454{i}{n}02")]))],
            }),
        ],
        [.. Enumerable.Range(1, 4).Select(n => new OperatorDefinition(OperatorId.Parse($"op{n}"), $"Operator {n}", DeviceId.Parse($"dev{n}"), Companies))]);

    private sealed class Mailbox : INotificationChannel
    {
        public string Name => "email";

        public Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken) => Task.FromResult(DeliveryAttempt.Delivered());
    }
}
