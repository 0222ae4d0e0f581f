using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.QuickStart.Tests;

public sealed class QuickStartTests : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("vo-quick").FullName;
    private readonly TextWriter _console = Console.Out;

    public QuickStartTests()
    {
        // The quick start's paths are relative, and its company is the README's own.
        Environment.CurrentDirectory = _folder;
        Directory.CreateDirectory("companies");
        File.WriteAllText(Path.Combine("companies", "fox-travel.yaml"), Readme.Block("yaml"));
    }

    [Fact]
    public void Readme_HasTheCodeThatIsTested() =>
        Assert.Equal(
            $"{Readme.Body(nameof(QuickStart.Compose))}\n\n{Readme.Body(nameof(QuickStart.MigrateAsync))}\n{Readme.Body(nameof(QuickStart.WatchAsync))}",
            Readme.Block("csharp"));

    [Fact]
    public async Task Compose_PbxNotThereYet_StartsAndSaysWhatItWaitsFor()
    {
        var builder = Builder();
        QuickStart.Compose(builder, builder.Configuration);
        using var host = builder.Build();
        await QuickStart.MigrateAsync(host.Services);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var office = host.Services.GetRequiredService<IVirtualOffice>();
        Assert.Equal("Fox Travel", office.Companies.Find(CompanyId.Parse("fox-travel"))?.Name);
        var readiness = await office.CheckReadinessAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("PBX main: ", Assert.Single(readiness.WaitingFor), StringComparison.Ordinal);
        Assert.True(File.Exists("office.db"));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task ComposeSimulated_CallComes_IsWatched()
    {
        var builder = Builder();
        QuickStart.ComposeSimulated(builder, builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await using var watch = new LineWatch("CallReceived");
        Console.SetOut(watch);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var watching = QuickStart.WatchAsync(host.Services, ending.Token);
        var pbx = host.Services.GetRequiredService<SimulatedPbx>();
        await pbx.WaitAsync(p => p.IsConnected, TestContext.Current.CancellationToken);
        pbx.PlaceCall("+78124540001");
        var line = await watch.Seen.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Contains("Dialled = +78124540001", line, StringComparison.Ordinal);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Console.SetOut(_console);
        Environment.CurrentDirectory = _before;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static HostApplicationBuilder Builder()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Asterisk:Url"] = "http://127.0.0.1:1/",
            ["Asterisk:User"] = "office",
            ["Asterisk:Password"] = "secret",
            ["Smtp:Host"] = "127.0.0.1",
        });
        return builder;
    }
}
