using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace VirtualOffice.Sdk.QuickStart.Tests;

/// <summary>The code of the README's "In your own service": the bodies of the first three methods are its parts, line by line.</summary>
internal static class QuickStart
{
    public static void Compose(IHostApplicationBuilder builder, IConfiguration configuration)
    {
        builder.Services.AddVirtualOffice(office => office
            .AddAsterisk("main", configuration.GetSection("Asterisk"))           // or .AddSimulatedPbx()
            .UseEntityFrameworkCore(db => db.UseSqlite("Data Source=office.db")) // or UseNpgsql(…), or .UseInMemoryStores()
            .UseRecordingFolder("recordings")
            .AddEmail(configuration.GetSection("Smtp"))
            .AddCompaniesFrom("companies/"));
    }

    public static async Task MigrateAsync(IServiceProvider services)
    {
        await services.MigrateOfficeDatabaseAsync();                             // makes the tables, or brings them up to date
    }

    public static async Task WatchAsync(IServiceProvider services, CancellationToken ct)
    {
        var office = services.GetRequiredService<IVirtualOffice>();              // Calls, Operators, Companies, Queues, Messages, Callbacks, Recordings, Events
        await foreach (var e in office.Events.ReadAllAsync(ct))
        {
            Console.WriteLine(e);
        }
    }

    /// <summary>What the README's comments offer instead.</summary>
    public static void ComposeSimulated(IHostApplicationBuilder builder, IConfiguration configuration)
    {
        builder.Services.AddVirtualOffice(office => office
            .AddSimulatedPbx()
            .UseInMemoryStores()
            .AddEmail(configuration.GetSection("Smtp"))
            .AddCompaniesFrom("companies/"));
    }
}
