using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.AspNetCore;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Desk.Harness;

/// <summary>An office with a desk on a loopback port, in this process: its PBX is simulated, and its stores are in memory.</summary>
internal sealed class DeskOffice : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DeskOffice(WebApplication app, JumpingClock clock) => (_app, Clock) = (app, clock);

    public JumpingClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    public IVirtualOffice Office => Services.GetRequiredService<IVirtualOffice>();

    public SimulatedPbx Pbx => Services.GetRequiredService<SimulatedPbx>();

    public TestMail Mail => Services.GetRequiredService<TestMail>();

    /// <summary>Everything that is mounted.</summary>
    public IReadOnlyList<Microsoft.AspNetCore.Routing.RouteEndpoint> Endpoints =>
        [.. ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app).DataSources.SelectMany(s => s.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()];

    public Uri Url => new(_app.Urls.First());

    public static async Task<DeskOffice> OpenAsync(Action<OperatorDeskOptions>? desk = null, Action<OfficeOptions>? configure = null, bool isStored = false, OfficeDefinition? definition = null)
    {
        var clock = new JumpingClock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TestMail>();
        builder.Services.AddSingleton<INotificationChannel>(services => services.GetRequiredService<TestMail>());
        builder.Services.AddAuthentication(TestSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Scheme, null);
        builder.Services.AddVirtualOffice(office =>
        {
            office.UseRuntime(new OfficeRuntime { Clock = clock, Ids = new SeededIdSource(clock, Random.Shared.Next()), Random = Random.Shared }).AddSimulatedPbx().UseInMemoryStores().AddCompanies(isStored ? TestCompanies.Office with { Companies = [] } : definition ?? TestCompanies.Office).AddCompanyDocuments().AddOperatorDesk(options =>
            {
                // Nobody is to be lost only because the machine is busy.
                options.Lease = TimeSpan.FromMinutes(3);
                options.Panels.Add(new DeskPanel("bookings", "Bookings", (context, _) => Task.FromResult<IReadOnlyList<DeskPanelRow>>(
                [
                    new($"<b>{context.Company.Name}</b>", $"for {context.Call.Caller.Number}, shown to {context.Operator.Name}"),
                    new("Next", "Thursday, 10:30", new Uri("https://bookings.example.com/17")),
                    new("Trick", "not a link", new Uri("javascript:window.ran=1")),
                ])));
                desk?.Invoke(options);
            }).Configure(options =>
            {
                options.RingTime = TimeSpan.FromMinutes(5);
                options.WaitLimit = TimeSpan.FromMinutes(30);
                options.WrapUp = TimeSpan.FromMinutes(5);
                configure?.Invoke(options);
            });
            if (isStored)
            {
                office.AddStoredCompanies();
            }
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapVirtualOfficeApi("/api/v1");
        app.MapMessageRecordings("/voice-message");
        app.MapOperatorDesk("/desk");
        var office = new DeskOffice(app, clock);
        office.ConnectPhones();
        await app.StartAsync();
        foreach (var company in isStored ? TestCompanies.Office.Companies : [])
        {
            await office.Office.CompanyVersions.PublishAsync(company, basedOn: null);
        }

        return office;
    }

    /// <summary>A client that is signed in.</summary>
    public DeskClient As(string person) => new(Url, person);

    /// <summary>Somebody calls Fox Travel, and stays on the line until hung up.</summary>
    public SimulatedParty Call(string caller = "+79215550101", string? name = null, string dialled = "+78124540001", SimulatedCaller? behaviour = null) =>
        Pbx.PlaceCall(dialled, caller, name, behaviour);

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }

    private void ConnectPhones()
    {
        foreach (var op in TestCompanies.Office.Operators)
        {
            Pbx.SetPhone(op.Device, SimulatedPhone.NeverAnswers);
        }

        Pbx.SetOtherNumbers(_ => SimulatedPhone.Answers(TimeSpan.FromSeconds(0.5)));
    }
}
