using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents.Tests;

public sealed class CompanyFolderTests
{
    [Fact]
    public async Task LoadAsync_Dispatch_GivesEveryField()
    {
        const string Dispatch = """

            dispatch:
              - urgency: urgent
                kind: voice
                steps:
                  - { to: recipient, by: email }
                  - { to: anna, by: sms, after: 5m }
                  - { to: "+79210000001", by: sms, after: 10m, every: 5m, times: 6, quiet: "22:00-08:00" }
              - steps: [{ to: messagesTo }]
            """;
        using var folder = new TestFolder().WriteValid();
        folder.Write("fox.yaml", TestFolder.Company.TrimEnd() + Dispatch + "\n");

        var rules = (await folder.LoadAsync()).Companies[0].Dispatch;

        Assert.Equal([(MessageUrgency.Urgent, MessageKind.Voice), (null, null)], rules.Select(r => (r.Urgency, r.Kind)));
        Assert.Equal(
            [
                new DispatchStep("recipient") { Channel = "email" },
                new DispatchStep("anna") { Channel = "sms", After = TimeSpan.FromMinutes(5) },
                new DispatchStep("+79210000001")
                {
                    Channel = "sms", After = TimeSpan.FromMinutes(10), Every = TimeSpan.FromMinutes(5), Times = 6, Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0)),
                },
            ],
            rules[0].Steps);
        Assert.Equal([new DispatchStep("messagesTo")], rules[1].Steps);
    }

    [Fact]
    public async Task LoadAsync_ValidDocuments_GivesEveryField()
    {
        using var folder = new TestFolder().WriteValid();

        var definition = await folder.LoadAsync();

        var fox = Assert.Single(definition.Companies);
        Assert.Equal(("fox-travel", "Fox Travel", "Europe/Moscow", "office@fox.example"), (fox.Id.Value, fox.Name, fox.TimeZone.Id, fox.MessagesTo));
        Assert.Equal([PhoneNumber.Parse("+78124540001")], fox.Numbers);
        Assert.Equal(new Greeting("Fox Travel, {daypart}! {operator.name} speaking.", new RecordedPrompt("welcome")), fox.Greeting);
        Assert.Equal("anna|Anna Petrova|anna@fox.example|+78124540101,+79214540102;boris|Boris|boris@fox.example|", string.Join(';', fox.Employees.Select(Text)));
        Assert.Equal("olga|Olga|op1|fox-travel;pavel|Pavel|op2|fox-travel;rita|Rita|op9|fox-travel", string.Join(';', definition.Operators.Select(o => $"{o.Id}|{o.Name}|{o.Device}|{string.Join(',', o.Companies)}")));
        Assert.Equal(
            new ReachNumber(PhoneNumber.Parse("+79214540102")) { Kind = ReachKind.Mobile, RingTime = TimeSpan.FromSeconds(15), Transfer = TransferKind.Warm, MustAccept = true },
            fox.Employees[0].Numbers[1]);
        Assert.Equal((1, 3), (definition.Operators[2].Rings[CompanyId.Parse("fox-travel")], definition.Operators[2].Skills["english"]));
        var queue = definition.Companies[0].Queue;
        Assert.Equal(("fewest-calls", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30), 2), (queue.Strategy, queue.PreferLastOperatorFor, queue.WrapUp, queue.Skills["english"]));
        Assert.Equal(new KnownCaller(PhoneNumber.Parse("+79215550101"), "Ivan Petrov") { Priority = CallPriority.Vip, Note = "Speaks English" }, Assert.Single(fox.Callers.Known));
        Assert.Equal([PhoneNumber.Parse("+79219990001")], fox.Callers.Blocked);
        Assert.Equal((AnonymousCallers.Message, TimeSpan.FromMinutes(10)), (fox.Callers.Anonymous, fox.Callers.RedialWithin));
        Assert.Equal("Monday,Tuesday,Wednesday,Thursday,Friday", string.Join(',', fox.Hours!.Intervals.Select(i => i.Day)));
        Assert.Equal(new RecordedPrompt("fox-travel/name"), fox.SpokenName);
        var rita = definition.Operators[2];
        Assert.Equal((CompanyChoice.CompanyOrder, 2, 3, TimeSpan.FromSeconds(20)), (rita.Choice, rita.Order, rita.Weight, rita.WrapUp));
        Assert.Equal(OfferMode.AllOfRing, queue.Offer);
        Assert.Equal([TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1)], queue.BackupsAfter);
        Assert.Equal(
            [
                new QueueLimit(QueueExit.QueueLength, QueueAction.Busy) { Count = 10 },
                new QueueLimit(QueueExit.WaitLimit, QueueAction.Callback) { Time = TimeSpan.FromSeconds(90), Prompt = new RecordedPrompt("call-you-back") },
                new QueueLimit(QueueExit.NobodyOnline, QueueAction.Message),
            ],
            queue.Limits);

        static string Text(Employee e) => $"{e.Id}|{e.Name}|{e.Email}|{string.Join(',', e.Numbers)}";
    }

    [Fact]
    public async Task LoadAsync_OnlyWhatIsNeeded_HasTheDefaults()
    {
        using var folder = new TestFolder().Write("fox.yml", "id: fox\nname: Fox\nnumbers: [+78124540001]\n");

        var fox = Assert.Single((await folder.LoadAsync()).Companies);

        Assert.Equal((TimeZoneInfo.Utc, null, null, new Greeting(null, null), 0), (fox.TimeZone, fox.Hours, fox.MessagesTo, fox.Greeting, fox.Employees.Count));
    }

    [Fact]
    public async Task LoadAsync_Version_FollowsFromTheBytes()
    {
        using var folder = new TestFolder().WriteValid();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "fox.yaml"), TestContext.Current.CancellationToken);
        var first = (await folder.LoadAsync()).Companies[0].Version;
        folder.Write("fox.yaml", TestFolder.Company + "\n# changed");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], first);
        Assert.NotEqual(first, (await folder.LoadAsync()).Companies[0].Version);
    }

    [Fact]
    public async Task LoadAsync_OtherFilesAndFolders_AreNotRead()
    {
        using var folder = new TestFolder().WriteValid().Write("notes.txt", "[").Write("fox.yaml.bak", "[");
        Directory.CreateDirectory(Path.Combine(folder.Path, "old"));
        folder.Write(Path.Combine("old", "fox.yaml"), "[");

        Assert.Equal("", await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_SeveralFilesOfOperators_AreTakenTogether()
    {
        using var folder = new TestFolder().WriteValid().Write("night.yaml", "operators:\n- {id: nina, name: Nina, device: op3, companies: [fox-travel]}\n");

        Assert.Equal("nina,olga,pavel,rita", string.Join(',', (await folder.LoadAsync()).Operators.Select(o => o.Id)));
    }

    [Fact]
    public async Task LoadAsync_Again_ReadsTheFolderAgain()
    {
        using var folder = new TestFolder().WriteValid();
        await folder.LoadAsync();
        folder.Write("fox.yaml", TestFolder.Company.Replace("Fox Travel", "Fox & Owl", StringComparison.Ordinal));

        Assert.Equal("Fox & Owl", (await folder.LoadAsync()).Companies[0].Name);
    }

    [Fact]
    public void AddCompaniesFrom_Twice_GivesTwoSources()
    {
        var builder = new Builder();

        builder.AddCompaniesFrom("one").AddCompaniesFrom("two");

        Assert.Equal(2, builder.Services.Count(d => d.ServiceType == typeof(ICompanySource)));
        Assert.Throws<ArgumentException>(() => builder.AddCompaniesFrom(" "));
    }

    private sealed class Builder : IVirtualOfficeBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();
    }
}
