using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Companies;

/// <summary>Who is named by something of the company cannot be removed; the refusal says by what.</summary>
public sealed class CompanyRemovalTests
{
    private static readonly EmployeeId Anna = SimulatedOffice.Anna;
    private static readonly EmployeeId Boris = EmployeeId.Parse("boris");
    private static readonly GroupId Tours = GroupId.Parse("tours");
    private static readonly OnCallListId Night = OnCallListId.Parse("night");

    private static readonly CompanyDefinition Fox = new()
    {
        Id = SimulatedOffice.Fox,
        Name = "Fox Travel",
        Version = "",
        Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
        Employees = [Person(Anna), Person(Boris)],
        Groups = [new EmployeeGroup(Tours, "Tours", [Boris])],
        OnCallLists = [new OnCallList(Night, "Night") { Default = [Boris] }],
    };

    public static TheoryData<string, string> Uses => new()
    {
        { "group", "groups[1].members[0]: it names the employee 'anna', whom the company does not have; it has boris" },
        { "entry", "onCall[0].entries[0].who[1]: it names the employee 'anna', whom" },
        { "rotation", "onCall[0].rotation.members[0]: it names the employee 'anna', whom" },
        { "default", "onCall[0].default[0]: it names the employee 'anna', whom" },
        { "absence", "absences[0].employee: it names the employee 'anna', whom" },
        { "standIn", "absences[0].standIn: it names the employee 'anna', whom" },
        { "dispatch", "dispatch[0].steps[1].to: it names the employee 'anna', whom" },
        { "digest", "digests[0].to: it names the employee 'anna', whom" },
        { "message", "scripts[0].steps[0].for (script 'main', step 'one'): it names the employee 'anna', whom" },
        { "transfer", "scripts[0].steps[0].to (script 'main', step 'one'): it names the employee 'anna', whom" },
        { "escalate", "scripts[0].steps[0].to (script 'main', step 'one'): it names the employee 'anna', whom" },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void PublishAsync_WithoutAnEmployeeThatIsNamed_IsRefusedAndSaysWhere(string use, string expected)
    {
        var office = Office();
        var used = With(use);
        var first = Publish(office, used, null);
        var error = Assert.Throws<VirtualOfficeException>(() => Publish(office, used with { Employees = [Person(Boris)] }, first.Version));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(first.Version, office.Office.Companies.Find(Fox.Id)!.Version);
    }

    [Fact]
    public void PublishAsync_WithoutAGroupAndAListThatAScriptNames_IsRefusedAndSaysWhere()
    {
        var office = Office();
        var used = Fox with { Scripts = [Script(new ScriptStep("one", "escalate").With("to", "group:tours", "on-call:night"))] };
        var first = Publish(office, used, null);
        var error = Assert.Throws<VirtualOfficeException>(() => Publish(office, used with { Groups = [], OnCallLists = [] }, first.Version));
        Assert.Contains("scripts[0].steps[0].to (script 'main', step 'one'): it names the group 'tours', which the company does not have", error.Message, StringComparison.Ordinal);
        Assert.Contains("scripts[0].steps[0].to (script 'main', step 'one'): it names the on-call list 'night', which the company does not have", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PublishAsync_WithoutAnEmployeeWhomNothingNames_IsInForce()
    {
        var office = Office();
        var first = Publish(office, Fox, null);
        Publish(office, Fox with { Employees = [Person(Boris)] }, first.Version);
        Assert.Null(office.Office.Companies.Find(Fox.Id)!.FindEmployee(Anna));
    }

    private static CompanyDefinition With(string use) => use switch
    {
        "group" => Fox with { Groups = [.. Fox.Groups, new EmployeeGroup(GroupId.Parse("visas"), "Visas", [Anna])] },
        "entry" => Fox with { OnCallLists = [new OnCallList(Night, "Night") { Entries = [new OnCallEntry(DateTime.MinValue, DateTime.MaxValue, [Boris, Anna])] }] },
        "rotation" => Fox with { OnCallLists = [new OnCallList(Night, "Night") { Rotation = new OnCallRotation([Anna, Boris], OnCallPeriod.Day, new DateOnly(2026, 1, 1), TimeOnly.MinValue) }] },
        "default" => Fox with { OnCallLists = [new OnCallList(Night, "Night") { Default = [Anna] }] },
        "absence" => Fox with { Absences = [new Absence(Anna, AbsenceReason.Ill)] },
        "standIn" => Fox with { Absences = [new Absence(Boris, AbsenceReason.Ill) { StandIn = Anna }] },
        "dispatch" => Fox with { Dispatch = [new DispatchRule { Steps = [new DispatchStep(DispatchStep.Recipient), new DispatchStep("boris") { Then = ["anna"] }] }] },
        "digest" => Fox with { Digests = [new DigestRule(new TimeOnly(18, 0), "anna")] },
        "message" => Fox with { Scripts = [Script(new ScriptStep("one", "message").With("for", "anna"))] },
        "transfer" => Fox with { Scripts = [Script(new ScriptStep("one", "transfer").With("to", "anna"))] },
        _ => Fox with { Scripts = [Script(new ScriptStep("one", "escalate").With("to", "boris", "anna"))] },
    };

    private static Script Script(ScriptStep step) => new("main", [step, new ScriptStep("bye", "hangup")]);

    private static Employee Person(EmployeeId id) => new(id, id.Value, $"{id}@fox.example", [PhoneNumber.Parse(id == Anna ? "+78124540101" : "+78124540103")]);

    private static SimulatedOffice Office()
    {
        var op = new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox]);
        var office = new SimulatedOffice(definition: new OfficeDefinition([], [op])) { Compose = o => o.AddStoredCompanies() };
        office.StartHost();
        return office;
    }

    private static CompanyDefinition Publish(SimulatedOffice office, CompanyDefinition definition, string? basedOn) =>
        office.World.Run(() => office.Office.CompanyVersions.PublishAsync(definition, basedOn));
}
