using ConsoleOffice;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;
using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Stores;

if (args.Contains("plan"))
{
    StaffingTable.Show();
    return;
}

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Services.AddVirtualOffice(office => office
    .AddSimulatedPbx()
    .AddSimulatedPeople(people => people.CallsPerMinute = 20)
    .UseInMemoryStores()
    .AddEmailPickupFolder(Path.Combine(Path.GetTempPath(), "console-office"))
    .AddCompaniesFrom(Path.Combine(AppContext.BaseDirectory, "companies")));

using var host = builder.Build();
await host.StartAsync();
var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
var office = host.Services.GetRequiredService<IVirtualOffice>();
using var tick = new PeriodicTimer(TimeSpan.FromSeconds(0.5));
await AnsiConsole.Live(new Text("")).StartAsync(async live =>
{
    while (!stopping.IsCancellationRequested && await tick.WaitForNextTickAsync())
    {
        var people = new Table().Title("Operators").AddColumns("Name", "State", "Call");
        foreach (var op in office.Operators.List())
        {
            people.AddRow(Markup.Escape(op.Definition.Name), op.State.ToString(), op.Call?.ToString() ?? "");
        }

        var calls = new Table().Title("Calls; Ctrl+C ends").AddColumns("Received", "Company", "Caller", "Now");
        foreach (var call in await office.Calls.ListAsync(new CallQuery(TenantScope.Office, Limit: 12)))
        {
            calls.AddRow($"{call.ReceivedAt:T}", $"{call.Company}", Markup.Escape($"{call.Caller.Number}"), $"{call.Outcome?.Kind.ToString() ?? call.Stage.ToString()}");
        }

        live.UpdateTarget(new Rows(people, calls));
    }
});
await host.StopAsync();
