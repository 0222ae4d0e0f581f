using FrontDesk;
using FrontDesk.Api;
using FrontDesk.Page;
using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Companies;

var builder = WebApplication.CreateBuilder(args);
var configuration = builder.Configuration;
var settings = FrontDeskSettings.Read(configuration);
if (await Tools.RunAsync(args, settings.Companies, Console.Out) is { } exitCode)
{
    return exitCode;
}

builder.WebHost.UseUrls(configuration["urls"] ?? "http://127.0.0.1:5080");

// The whole composition of the office, chosen here and nowhere else.
builder.Services.AddVirtualOffice(office =>
{
    if (settings.IsSimulated)
    {
        office.AddSimulatedPbx().AddSimulatedPeople();
    }
    else
    {
        office.AddAsterisk("main", configuration.GetSection("Asterisk"));
    }

    office
        .UseEntityFrameworkCore(db => db.UseDatabase(settings.Database))
        .UseEmergencySpool(settings.Spool)
        .UseRecordingFolder(settings.Recordings)
        .AddCompaniesFrom(settings.Companies)
        .AddVoiceChannel()
        .Configure(options => configuration.GetSection("Office").Bind(options));

    if (configuration["Smtp:Host"] is not null)
    {
        office.AddEmail(configuration.GetSection("Smtp"));
    }
    else
    {
        office.AddEmailPickupFolder(settings.Pickup);
    }
});
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddHealthChecks().AddVirtualOffice();
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));

var app = builder.Build();
app.UseMiddleware<ApiProblems>();
app.MapCalls();
app.MapCallbacks();
app.MapDeliveries();
app.MapAcknowledgements();
app.MapOperators();
app.MapCompanies();
app.MapQueues();
app.MapHealth();
app.MapPage();

try
{
    await app.Services.MigrateOfficeDatabaseAsync();
    await app.StartAsync();
}
catch (OfficeDefinitionException e)
{
    // A wrong document is the reader's to mend: every problem with its file and line says more than a stack trace.
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (VirtualOfficeException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

await Welcome.WriteAsync(Console.Out, app.Urls, settings);
return await OfficeWatch.RunAsync(app);
