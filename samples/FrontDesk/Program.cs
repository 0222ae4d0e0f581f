using FrontDesk;
using FrontDesk.Page;
using FrontDesk.SignIn;
using VirtualOffice.Sdk;
using VirtualOffice.Sdk.AspNetCore;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Simulation;

var builder = WebApplication.CreateBuilder(args);
var configuration = builder.Configuration;
var settings = FrontDeskSettings.Read(configuration);
if (await Tools.RunAsync(args, settings, Console.Out) is { } exitCode)
{
    return exitCode;
}

builder.WebHost.UseUrls(configuration["urls"] ?? "http://127.0.0.1:5080");

// The whole composition of the office, chosen here and nowhere else.
builder.Services.AddVirtualOffice(office =>
{
    if (settings.IsSimulated)
    {
        office.AddSimulatedPbx().AddSimulatedPeople(people =>
        {
            people.OperatorMayTake = TimeRange.Seconds(120, 240);
            configuration.GetSection("People").Bind(people);
        });
        office.Services.AddSingleton<IDeskSessionObserver, SeatKeeper>();
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
        .AddOperatorDesk(desk =>
        {
            (desk.SignInPath, desk.SignOutPath) = (ExampleSignIn.Path, ExampleSignIn.OutPath);
            desk.Softphone = ExampleSoftphone.Read(configuration.GetSection("Softphone"));
        })
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
builder.Services.AddExampleSignIn();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapVirtualOfficeApi("/api/v1", ApiAccess.Loopback);
app.MapAcknowledgementPage();
app.MapMessageRecordings();
app.MapExampleSignIn();
app.MapOperatorDesk("/desk");
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
