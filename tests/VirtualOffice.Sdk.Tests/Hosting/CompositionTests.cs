using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;
using VirtualOffice.Sdk.Tests.Messages;

namespace VirtualOffice.Sdk.Tests.Hosting;

public sealed class CompositionTests
{
    [Fact]
    public async Task StartAsync_WithoutStores_NamesTheCallToAdd()
    {
        var error = await StartAsync(office => office.AddCompanies(new OfficeDefinition([], [])));
        Assert.Contains("UseEntityFrameworkCore(…) or UseInMemoryStores()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_WithoutPbx_NamesTheCallToAdd()
    {
        var error = await StartAsync(office => office.UseInMemoryStores().AddCompanies(new OfficeDefinition([], [])));
        Assert.Contains("AddAsterisk(…) or AddSimulatedPbx()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseInMemoryStores_Twice_Throws()
    {
        var error = Assert.Throws<VirtualOfficeException>(() => new ServiceCollection().AddVirtualOffice(office => office.UseInMemoryStores().UseInMemoryStores()));
        Assert.Contains("already filled", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_WithoutCompanies_NamesTheCallToAdd()
    {
        var error = await StartAsync(office => office.UseInMemoryStores().AddSimulatedPbx());
        Assert.Contains("AddCompaniesFrom(…), AddCompanies(…) or AddStoredCompanies()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_UnknownStrategy_NamesTheCompanyAndWhatIsAllowed()
    {
        var company = new CompanyDefinition
        {
            Id = CompanyId.Parse("fox-travel"),
            Name = "Fox Travel",
            Version = "v1",
            Numbers = [PhoneNumber.Parse("+78124540001")],
            Queue = new QueueRules { Strategy = "best" },
        };
        var error = await StartAsync(office => office.UseInMemoryStores().AddSimulatedPbx().AddCompanies(new OfficeDefinition([company], [])));
        Assert.Contains("'fox-travel' names the routing strategy 'best'; allowed are longest-idle, fewest-calls, least-talk-time, round-robin, ordered, weighted-random", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_WithoutRecordingStore_NamesTheCallToAdd()
    {
        var journal = new InMemoryCallJournal();
        var error = await StartAsync(office => office
            .FillSlot(ServiceDescriptor.Singleton<ICallJournal>(journal), "journal")
            .FillSlot(ServiceDescriptor.Singleton<ICallIndex>(journal.Index), "index")
            .FillSlot(ServiceDescriptor.Singleton<ICallbackStore>(journal.Callbacks), "callbacks")
            .FillSlot(ServiceDescriptor.Singleton<ICommandInbox>(journal), "inbox")
            .FillSlot(ServiceDescriptor.Singleton<IMessageOutbox>(journal.Outbox), "outbox")
            .FillSlot(ServiceDescriptor.Singleton<IBookmarkStore>(new InMemoryBookmarkStore()), "bookmarks")
            .FillSlot(ServiceDescriptor.Singleton<ICompanyStore>(new InMemoryCompanyStore()), "companies")
            .FillSlot(ServiceDescriptor.Singleton<IOperatorStore>(new InMemoryOperatorStore()), "operators")
            .AddSimulatedPbx()
            .AddCompanies(new OfficeDefinition([], [])));
        Assert.Contains("UseRecordingFolder(…) or UseInMemoryStores()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_TwoPbxsOfOneName_NamesIt()
    {
        var error = await StartAsync(office => Whole(office).AddSimulatedPbx());
        Assert.Contains("Two PBXs have the name 'simulated'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_TwoChannelsOfOneName_NamesIt()
    {
        var error = await StartAsync(office => Whole(office).Services
            .AddSingleton<INotificationChannel>(new ScriptedChannel())
            .AddSingleton<INotificationChannel>(new ScriptedChannel()));
        Assert.Contains("Two notification channels have the name 'email'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_OperatorOfTooManyCompanies_IsRefused()
    {
        var companies = Enumerable.Range(1, 6).Select(i => CompanyId.Parse($"company-{i}")).ToList();
        var olga = new OperatorDefinition(OperatorId.Parse("olga"), "Olga", DeviceId.Parse("op1"), companies);
        var error = await StartAsync(office => Whole(office).AddCompanies(new OfficeDefinition([], [olga])));
        Assert.Contains("'olga' is assigned to 6 companies", error.Message, StringComparison.Ordinal);
    }

    private static IVirtualOfficeBuilder Whole(IVirtualOfficeBuilder office) =>
        office.UseInMemoryStores().AddSimulatedPbx().AddCompanies(new OfficeDefinition([], []));

    private static async Task<VirtualOfficeException> StartAsync(Action<IVirtualOfficeBuilder> configure)
    {
        await using var services = new ServiceCollection().AddVirtualOffice(configure).BuildServiceProvider();
        return await Assert.ThrowsAsync<VirtualOfficeException>(() => services.GetRequiredService<IVirtualOffice>().StartAsync(TestContext.Current.CancellationToken));
    }
}
