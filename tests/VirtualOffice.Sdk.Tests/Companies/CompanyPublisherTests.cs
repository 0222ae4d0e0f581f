using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class CompanyPublisherTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly OperatorDefinition Olga = new(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox]);

    private static readonly CompanyDefinition Fox = new()
    {
        Id = SimulatedOffice.Fox,
        Name = "Fox Travel",
        Version = "v1",
        Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
        Employees = [new Employee(SimulatedOffice.Anna, "Anna", "anna@fox.example", [SimulatedOffice.AnnaAtWork])],
    };

    [Fact]
    public void PublishAsync_NewCompany_ServesItsCallersAndIsThereAfterARestart()
    {
        var office = Stored();

        var published = Publish(office, Fox, null);

        Assert.Equal(12, published.Version.Length);
        Assert.Equal(published.Version, office.Office.Companies.Find(Fox.Id)!.Version);
        office.KillHost();
        office.StartHost();
        Assert.Equal(published.Version, office.Office.Companies.Find(Fox.Id)!.Version);
        Assert.Equal(published.Version, Conversation(office).CompanyVersion);
    }

    [Fact]
    public void PublishAsync_WhileACallIsUp_TheCallKeepsItsVersionAndTheNextGetsTheNew()
    {
        var office = Stored();
        var first = Publish(office, Fox, null);
        var call = Conversation(office);

        var second = Publish(office, Fox with { Name = "Fox & Owl", Employees = [] }, first.Version);

        office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Answers(Second, talks: 5 * Second));
        var calls = office.Office.Calls;
        var transfer = office.Host!.Start(() => calls.TransferAsync(call.Id, new TransferRequest(SimulatedOffice.Anna)));
        office.World.RunUntil(() => transfer.IsCompleted, Second);
        Assert.Equal(CallOutcomeKind.Transferred, office.RunUntilClosed().Outcome!.Kind);
        Assert.Equal(first.Version, office.ReadCalls()[0].CompanyVersion);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550102");
        office.World.RunUntil(() => office.ReadCalls() is [_, { CompanyVersion: not null }], TimeSpan.FromMinutes(1));
        Assert.Equal(second.Version, office.ReadCalls()[1].CompanyVersion);
    }

    [Fact]
    public void PublishAsync_BasedOnAnotherVersion_IsAConflictThatNamesBoth()
    {
        var office = Stored();
        var first = Publish(office, Fox, null);
        Publish(office, Fox with { Name = "Owl" }, first.Version);

        var error = Assert.Throws<CompanyConflictException>(() => Publish(office, Fox with { Name = "Cat" }, first.Version));

        Assert.Equal((first.Version, office.Office.Companies.Find(Fox.Id)!.Version), (error.Expected, error.Actual));
        Assert.Equal("Owl", office.Office.Companies.Find(Fox.Id)!.Name);
        Assert.Null(Assert.Throws<CompanyConflictException>(() => Publish(office, Fox with { Name = "Cat" }, null)).Expected);
    }

    [Fact]
    public void PublishAsync_SameContent_ChangesNothing()
    {
        var office = Stored();
        var first = Publish(office, Fox, null);

        Assert.Equal(first.Version, Publish(office, Fox with { Version = "other" }, first.Version).Version);
        Assert.Single(office.World.Run(() => office.Office.CompanyVersions.ListAsync(Fox.Id)));
    }

    [Fact]
    public void PublishAsync_EmployeeOfARuleIsGone_IsRefusedWithThePlace()
    {
        var office = Stored();

        var error = Assert.Throws<VirtualOfficeException>(() => Publish(office, Fox with { Employees = [], Dispatch = [new DispatchRule { Steps = [new DispatchStep("recipient"), new DispatchStep("anna")] }] }, null));

        Assert.Equal("Company 'fox-travel' cannot be published: dispatch[0].steps[1].to: it names the employee 'anna', whom the company does not have.", error.Message);
        Assert.Null(office.Office.Companies.Find(Fox.Id));
    }

    [Fact]
    public void PublishAsync_NumberOfAnotherCompany_IsRefused()
    {
        var office = Stored();
        Publish(office, Fox, null);

        Assert.Contains("belongs to both", Assert.Throws<VirtualOfficeException>(() => Publish(office, Fox with { Id = CompanyId.Parse("owl") }, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PublishAsync_CompanyOfDocuments_IsRefused()
    {
        var office = new SimulatedOffice();
        office.StartHost();

        Assert.Contains("read from documents", Assert.Throws<VirtualOfficeException>(() => Publish(office, Fox, "v1")).Message, StringComparison.Ordinal);
        Assert.Contains("AddStoredCompanies()", Assert.Throws<VirtualOfficeException>(() => Publish(office, Fox with { Id = CompanyId.Parse("owl") }, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RollBackAsync_EarlierVersion_IsInForceAgainAndHistoryTellsIt()
    {
        var office = Stored();
        var first = Publish(office, Fox, null);
        var second = Publish(office, Fox with { Name = "Owl" }, first.Version);
        var versions = office.Office.CompanyVersions;

        office.World.Run(() => versions.RollBackAsync(Fox.Id, first.Version, second.Version));

        Assert.Equal("Fox Travel", office.Office.Companies.Find(Fox.Id)!.Name);
        Assert.Equal([first.Version, second.Version, first.Version], office.World.Run(() => versions.ListAsync(Fox.Id)).Select(p => p.Version));
        Assert.Equal(["name: Fox Travel → Owl"], office.World.Run(() => versions.DiffAsync(Fox.Id, first.Version, second.Version)));
        Assert.Throws<CompanyConflictException>(() => office.World.Run(() => versions.RollBackAsync(Fox.Id, second.Version, second.Version + "x")));
        Assert.Throws<KeyNotFoundException>(() => office.World.Run(() => versions.RollBackAsync(Fox.Id, "never", first.Version)));
    }

    [Fact]
    public void Source_Changes_NewCallsGetItAndOperatorsFollow()
    {
        var source = new ChangingSource(Reading([Fox], [Olga, new OperatorDefinition(SimulatedOffice.Pavel, "Pavel", SimulatedOffice.PavelsPhone, [Fox.Id])]));
        var office = Watched(source);
        Assert.Equal(2, office.Office.Operators.List().Count);

        source.Change(Reading([Fox with { Version = "v2", Name = "Owl" }], [Olga]));
        office.World.RunFor(Second);

        Assert.Equal(("v2", "Owl"), (office.Office.Companies.Find(Fox.Id)!.Version, office.Office.Companies.Find(Fox.Id)!.Name));
        Assert.Equal([SimulatedOffice.Olga], office.Office.Operators.List().Select(o => o.Definition.Id));
        Assert.Equal(["v2", "v1"], office.World.Run(() => office.Office.CompanyVersions.ListAsync(Fox.Id)).Select(p => p.Version));
        Assert.Equal("v2", Conversation(office).CompanyVersion);
    }

    [Fact]
    public void Source_CompanyGone_IsServedNoMore()
    {
        var owl = Fox with { Id = CompanyId.Parse("owl"), Numbers = [PhoneNumber.Parse("+78124540009")] };
        var source = new ChangingSource(Reading([Fox, owl], [Olga]));
        var office = Watched(source);

        source.Change(Reading([Fox], [Olga]));
        office.World.RunFor(Second);

        Assert.Equal([Fox.Id], office.Office.Companies.List().Select(c => c.Id));
        Assert.Null(office.Office.Companies.FindByDialledNumber("+78124540009"));
    }

    [Fact]
    public void Source_BrokenDocument_KeepsItsLastVersionAndTheOthersChange()
    {
        var owl = Fox with { Id = CompanyId.Parse("owl"), Numbers = [PhoneNumber.Parse("+78124540009")] };
        var source = new ChangingSource(Reading([Fox, owl], [Olga]));
        var office = Watched(source);
        var problem = new DefinitionProblem("fox.yaml", 3, "name", "nothing", "the company's name");

        source.Change(new CompanySourceReading(new OfficeDefinition([owl with { Version = "v2" }], [Olga]), [new BrokenDocument("fox.yaml", Fox.Id, HoldsOperators: false, [problem])]));
        office.World.RunFor(Second);

        Assert.Equal(["v1", "v2"], office.Office.Companies.List().Select(c => c.Version));
        Assert.Equal([problem], office.Office.Companies.Problems);
        source.Change(Reading([Fox with { Version = "v3" }, owl with { Version = "v2" }], [Olga]));
        office.World.RunFor(Second);
        Assert.Equal(["v3", "v2"], office.Office.Companies.List().Select(c => c.Version));
        Assert.Empty(office.Office.Companies.Problems);
    }

    [Fact]
    public void Source_BrokenOperators_StayAsTheyWere()
    {
        var source = new ChangingSource(Reading([Fox], [Olga]));
        var office = Watched(source);

        source.Change(new CompanySourceReading(new OfficeDefinition([Fox], []), [new BrokenDocument("operators.yaml", null, HoldsOperators: true, [new DefinitionProblem("operators.yaml", 1, "x", "y", "z")])]));
        office.World.RunFor(Second);

        Assert.Single(office.Office.Operators.List());
        Assert.Single(office.Office.Companies.List());
    }

    [Fact]
    public void Source_ChangeThatDoesNotGoWithTheRest_IsTakenBackWithAProblem()
    {
        var source = new ChangingSource(Reading([Fox], [Olga]));
        var office = Watched(source);

        source.Change(Reading([Fox with { Version = "v2", Queue = new QueueRules { Strategy = "by-shoe-size" } }], [Olga]));
        office.World.RunFor(Second);

        Assert.Equal("v1", office.Office.Companies.Find(Fox.Id)!.Version);
        Assert.Contains("by-shoe-size", Assert.Single(office.Office.Companies.Problems).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_BrokenDocumentOfACompanyWithAVersion_ServesThatVersion()
    {
        var source = new ChangingSource(Reading([Fox], [Olga]));
        var office = Watched(source);
        office.KillHost();
        source.Change(new CompanySourceReading(new OfficeDefinition([], [Olga]), [new BrokenDocument("fox.yaml", Fox.Id, HoldsOperators: false, [new DefinitionProblem("fox.yaml", 1, "x", "y", "z")])]));

        office.StartHost();

        Assert.Equal("v1", office.Office.Companies.Find(Fox.Id)!.Version);
        Assert.Single(office.Office.Companies.Problems);
    }

    [Fact]
    public void Start_BrokenDocumentOfACompanyThatNeverHadAVersion_StopsTheStart()
    {
        var source = new ChangingSource(new CompanySourceReading(new OfficeDefinition([], [Olga]), [new BrokenDocument("fox.yaml", Fox.Id, HoldsOperators: false, [new DefinitionProblem("fox.yaml", 1, "x", "y", "z")])]));

        var office = Watched(source, wait: false);
        office.World.RunUntil(() => office.Started.IsCompleted, TimeSpan.FromMinutes(1));

        Assert.IsType<OfficeDefinitionException>(office.Started.Exception?.InnerException);
    }

    private static CompanySourceReading Reading(IReadOnlyList<CompanyDefinition> companies, IReadOnlyList<OperatorDefinition> operators) => new(new OfficeDefinition(companies, operators), []);

    private static SimulatedOffice Stored()
    {
        var office = new SimulatedOffice(definition: new OfficeDefinition([], [Olga])) { Compose = o => o.AddStoredCompanies() };
        office.StartHost();
        return office;
    }

    private static SimulatedOffice Watched(ChangingSource source, bool wait = true)
    {
        var office = new SimulatedOffice(definition: new OfficeDefinition([], [])) { Compose = o => o.Services.Add(new Microsoft.Extensions.DependencyInjection.ServiceDescriptor(typeof(ICompanySource), source)) };
        office.StartHost(wait);
        return office;
    }

    private static CompanyDefinition Publish(SimulatedOffice office, CompanyDefinition definition, string? basedOn) =>
        office.World.Run(() => office.Office.CompanyVersions.PublishAsync(definition, basedOn));

    private static CallRecord Conversation(SimulatedOffice office)
    {
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.RunUntilStage(CallStage.Conversation);
        office.World.RunFor(Second);
        return office.Call();
    }
}
