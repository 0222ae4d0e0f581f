using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VirtualOffice.Sdk.Benchmarks.Dispatching;
using VirtualOffice.Sdk.Benchmarks.Stores;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Benchmarks.Restarting;

/// <summary>
/// How long an office with many waiting callers takes to start again until the next caller is taken, and to be in step with its PBX again after a lost connection.
/// PostgreSQL is measured where VO_PG says how to reach a server (eng/postgres.sh env).
/// </summary>
public static class OfficeRestart
{
    private const string Number = "+78124540001";

    private static readonly CompanyId Company = CompanyId.Parse("fox-travel");

    public static async Task RunAsync(TextWriter output, int calls)
    {
        var folder = Directory.CreateTempSubdirectory("office-restart-");
        await MeasureAsync(output, "SQLite", db => db.UseSqlite($"Data Source={Path.Combine(folder.FullName, "office.db")}"), calls);
        folder.Delete(recursive: true);
        if (Environment.GetEnvironmentVariable("VO_PG") is { Length: > 0 } server)
        {
            var name = $"vo_restart_{Environment.ProcessId}";
            await using (var connection = new NpgsqlConnection(server + ";Database=postgres"))
            {
                await connection.OpenAsync();
                await StoreDatabase.ExecuteAsync(connection, $"CREATE DATABASE {name}");
            }

            await MeasureAsync(output, "PostgreSQL", db => db.UseNpgsql($"{server};Database={name}"), calls);
        }
    }

    private static async Task MeasureAsync(TextWriter output, string name, Action<DbContextOptionsBuilder> database, int calls)
    {
        var pbx = new SimulatedPbx(new OfficeRuntime { Ids = new CountingIds(), Random = Random.Shared }, options: new SimulatedPbxOptions { ReconnectDelay = TimeSpan.Zero });
        await using (var first = Compose(pbx, database))
        {
            await first.MigrateOfficeDatabaseAsync();
            var office = first.GetRequiredService<IVirtualOffice>();
            await office.StartAsync();
            var fill = Stopwatch.StartNew();
            await FillAsync(office, pbx, calls);
            await WriteAsync(output, name, $"{calls} callers were answered and wait", fill);
            await office.StopAsync();
        }

        await using var second = Compose(pbx, database);
        var restarted = second.GetRequiredService<IVirtualOffice>();
        var watch = Stopwatch.StartNew();
        await restarted.StartAsync();
        await WriteAsync(output, name, $"started with {calls} open calls", watch);
        await TakesACallAsync(restarted, pbx);
        await WriteAsync(output, name, "took the next call", watch);

        watch.Restart();
        pbx.DropConnection();
        await IsReadyAsync(restarted);
        await TakesACallAsync(restarted, pbx);
        await WriteAsync(output, name, "took the next call after a lost connection", watch);
        await restarted.StopAsync();
    }

    private static ServiceProvider Compose(SimulatedPbx pbx, Action<DbContextOptionsBuilder> database) => new ServiceCollection()
        .AddLogging()
        .AddVirtualOffice(office => office
            .AddSimulatedPbx(pbx)
            .UseEntityFrameworkCore(database)
            .UseRecordingFolder(Path.Combine(Path.GetTempPath(), $"office-restart-recordings-{Environment.ProcessId}"))
            .AddEmailPickupFolder(Path.Combine(Path.GetTempPath(), $"office-restart-mail-{Environment.ProcessId}"))
            .Configure(options => options.WaitLimit = TimeSpan.FromHours(1))
            .AddCompanies(new OfficeDefinition(
                [new CompanyDefinition { Id = Company, Version = "v1", Name = "Fox Travel", Numbers = [Telephony.PhoneNumber.Parse(Number)], TimeZone = TimeZoneInfo.Utc }],
                [])))
        .BuildServiceProvider();

    private static async Task FillAsync(IVirtualOffice office, SimulatedPbx pbx, int calls)
    {
        var answered = WaitForAsync(office, e => e is CallAnswered, calls);
        for (var i = 0; i < calls; i++)
        {
            pbx.PlaceCall(Number);
            if (i % 50 == 49)
            {
                // As fast as callers come, so that a reader of events keeps up.
                await Task.Delay(100);
            }
        }

        await answered;
    }

    private static async Task TakesACallAsync(IVirtualOffice office, SimulatedPbx pbx)
    {
        var taken = WaitForAsync(office, e => e is CallQueued, 1);
        pbx.PlaceCall(Number);
        await taken;
    }

    private static async Task IsReadyAsync(IVirtualOffice office)
    {
        while (!(await office.CheckReadinessAsync()).IsReady)
        {
            await Task.Yield();
        }
    }

    private static async Task WaitForAsync(IVirtualOffice office, Func<CallEvent, bool> isWanted, int count)
    {
        await foreach (var e in office.Events.ReadAllAsync())
        {
            if (e is CallJournaled { Event: var callEvent } && isWanted(callEvent) && --count == 0)
            {
                return;
            }
        }
    }

    private static Task WriteAsync(TextWriter output, string name, string what, Stopwatch watch) =>
        output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-11} {what,-45} {watch.Elapsed.TotalSeconds,7:0.00} s"));
}
