using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>An office with its desk on a loopback port: simulated phones, SQLite. What measures it tells it whom to call, and asks what it has cost.</summary>
internal static class OfficeServer
{
    public static async Task RunAsync(int port, int operators, int companies, string data)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Benchmark" });
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddAuthentication("Bench").AddScheme<AuthenticationSchemeOptions, PersonSignIn>("Bench", null);
        builder.Services.AddVirtualOffice(office => office
            .AddSimulatedPbx()
            .UseEntityFrameworkCore(db => db.UseSqlite($"Data Source={Path.Combine(data, "office.db")}"))
            .UseRecordingFolder(Path.Combine(data, "recordings"))
            .AddEmailPickupFolder(Path.Combine(data, "mail"))
            .AddCompanies(Definition(operators, companies))
            .AddOperatorDesk(desk => desk.RequestsPerMinute = 6000)
            .Configure(options =>
            {
                options.WrapUp = TimeSpan.FromSeconds(1);
                options.WaitLimit = TimeSpan.FromMinutes(30);
            }));
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOperatorDesk("/desk");
        app.MapHub<EchoHub>("/echo");
        var pbx = app.Services.GetRequiredService<SimulatedPbx>();
        for (var i = 0; i < operators; i++)
        {
            pbx.SetPhone(DeviceId.Parse($"p{i}"), SimulatedPhone.Answers(TimeSpan.FromSeconds(0.5)));
        }

        var office = app.Services.GetRequiredService<IVirtualOffice>();
        app.MapGet("/cost", () => new Cost(Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds, GC.GetTotalAllocatedBytes(), Environment.WorkingSet));
        app.MapPost("/call/{company:int}/{caller}/{seconds:int}", (int company, string caller, int seconds) =>
        {
            var talks = TimeSpan.FromSeconds(seconds);
            pbx.PlaceCall(NumberOf(company), caller, behaviour: new SimulatedCaller { Talks = talks, Patience = TimeSpan.FromMinutes(5) });
        });
        app.MapPost("/ready", async (HttpContext http) =>
        {
            foreach (var op in office.Operators.List())
            {
                await office.Operators.SetPresenceAsync(op.Definition.Id, OperatorPresence.Available, cancellationToken: http.RequestAborted);
            }
        });
        app.MapPost("/history/{count:int}", (int count) => SeedAsync(app.Services.GetRequiredService<ICallJournal>(), count, companies));
        app.MapPost("/stop", (IHostApplicationLifetime lifetime) => lifetime.StopApplication());
        await app.Services.MigrateOfficeDatabaseAsync();
        await app.RunAsync();
    }

    private static string NumberOf(int company) => string.Create(CultureInfo.InvariantCulture, $"+7812454{company:D4}");

    private static OfficeDefinition Definition(int operators, int count)
    {
        var companies = Enumerable.Range(0, count).Select(c => new CompanyDefinition
        {
            Id = CompanyId.Parse(string.Create(CultureInfo.InvariantCulture, $"company-{c}")),
            Name = string.Create(CultureInfo.InvariantCulture, $"Company {c}"),
            Version = "1",
            Numbers = [PhoneNumber.Parse(NumberOf(c))],
            Greeting = new Greeting("Good day! This is {operator.name}. How may I help you?", null),
            MessagesTo = "office@example.com",
            Employees = [.. Enumerable.Range(0, 20).Select(e => new Employee(EmployeeId.Parse($"e{e}"), $"Employee {e}", $"e{e}@example.com", [PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+7921{c:D3}{e:D4}"))]))],
        }).ToList();
        return new OfficeDefinition(
            companies,
            [.. Enumerable.Range(0, operators).Select(i => new OperatorDefinition(OperatorId.Parse($"op{i}"), $"Operator {i}", DeviceId.Parse($"p{i}"), [.. Enumerable.Range(0, 5).Select(k => companies[(i + k) % count].Id)]))]);
    }

    /// <summary>Calls of the days before, as the journal would have them.</summary>
    private static async Task SeedAsync(ICallJournal journal, int count, int companies)
    {
        var now = DateTimeOffset.UtcNow;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, cancellationToken) =>
        {
            var at = now.AddMinutes(-(count - i));
            var call = new CallId(Guid.CreateVersion7(at));
            var (company, op, leg) = (CompanyId.Parse($"company-{i % companies}"), OperatorId.Parse($"op{i % 100}"), new LegId("main", $"seed-{i}"));
            var offer = new OfferId(Guid.CreateVersion7(at));
            CallEvent[] events =
            [
                new CallReceived(at, leg, "seeded", NumberOf(i % companies), CallerId.Clean(string.Create(CultureInfo.InvariantCulture, $"7921{i % 3000:D7}"), null)),
                new CallPlanned(at, company, "1", false, true),
                new CallQueued(at, at),
                new OfferMade(at.AddSeconds(2), offer, op, new LegId("main", $"seed-{i}-o")),
                new OfferEnded(at.AddSeconds(5), offer, OfferResult.Accepted),
                new CallEnded(at.AddSeconds(90), new CallOutcome(CallOutcomeKind.Completed, CallStage.Conversation)),
                new CallClosed(at.AddSeconds(91)),
            ];
            await journal.AppendAsync(new JournalAppend(call, 0, events, []), cancellationToken);
        });
    }
}
