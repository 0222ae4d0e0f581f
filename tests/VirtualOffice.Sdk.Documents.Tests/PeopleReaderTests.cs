using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>Who is away, who takes calls together, who is on call, and what may be dialled.</summary>
public sealed class PeopleReaderTests
{
    private const string People = """

        absences:
          - { employee: anna, reason: holiday, from: 2026-12-28, until: 2027-01-10, standIn: boris }
          - { employee: boris, reason: meeting, note: Board, hours: { mon: "10:00-11:00" }, until: "2026-12-31T18:00" }
        groups:
          - { id: tours, name: Tours, members: [boris, anna], ring: allAtOnce }
        onCall:
          - id: night
            name: Night
            rotation: { members: [anna, boris], every: week, from: 2026-11-02, handover: "09:00" }
            entries:
              - { from: "2026-12-31T18:00", to: 2027-01-01, who: [boris] }
            default: [anna]
        dialling: { allow: ["+7812"], deny: ["+7900"], atOnce: 5, perHour: 100, perDay: 1000, show: caller }
        transfers: { progress: still-trying, every: 30s }
        recording: { mode: operator, announce: recorded, resumeAfter: 90s }
        """;

    private static readonly EmployeeId Anna = EmployeeId.Parse("anna");
    private static readonly EmployeeId Boris = EmployeeId.Parse("boris");

    [Fact]
    public async Task LoadAsync_People_GivesEveryField()
    {
        var company = await LoadAsync(People);

        Assert.Equal(
            [
                new Absence(Anna, AbsenceReason.Holiday) { From = new DateTime(2026, 12, 28), Until = new DateTime(2027, 1, 11), StandIn = Boris },
                new Absence(Boris, AbsenceReason.Meeting) { Note = "Board", Until = new DateTime(2026, 12, 31, 18, 0, 0), Weekly = company.Absences[1].Weekly },
            ],
            company.Absences);
        Assert.Equal([new OpenInterval(DayOfWeek.Monday, new TimeOnly(10, 0), new TimeOnly(11, 0))], company.Absences[1].Weekly!.Intervals);
        var group = Assert.Single(company.Groups);
        Assert.Equal(("tours", "Tours", GroupRing.AllAtOnce), (group.Id.Value, group.Name, group.Ring));
        Assert.Equal([Boris, Anna], group.Members);
        var list = Assert.Single(company.OnCallLists);
        Assert.Equal((OnCallPeriod.Week, new DateOnly(2026, 11, 2), new TimeOnly(9, 0)), (list.Rotation!.Every, list.Rotation.From, list.Rotation.Handover));
        Assert.Equal((new DateTime(2026, 12, 31, 18, 0, 0), new DateTime(2027, 1, 2), Boris), (list.Entries[0].From, list.Entries[0].To, Assert.Single(list.Entries[0].Who)));
        Assert.Equal([Anna], list.Default);
        Assert.Equal((5, 100, 1000, true), (company.Dialling.MaxAtOnce, company.Dialling.MaxPerHour, company.Dialling.MaxPerDay, company.Dialling.ShowsCaller));
        Assert.Equal("7812", Assert.Single(company.Dialling.Allow));
        Assert.Equal("7900", Assert.Single(company.Dialling.Deny));
        Assert.Equal(new TransferRules { Progress = new RecordedPrompt("still-trying"), ProgressEvery = TimeSpan.FromSeconds(30) }, company.Transfers);
        Assert.Equal(new RecordingRules { Mode = RecordingMode.Operator, Announcement = new RecordedPrompt("recorded"), ResumeAfter = TimeSpan.FromSeconds(90) }, company.Recording);
    }

    [Fact]
    public async Task LoadAsync_People_SurviveTheStoresJson()
    {
        var company = await LoadAsync(People);
        var json = OfficeJson.Write(company);
        Assert.Equal(json, OfficeJson.Write(OfficeJson.ReadCompany(json)));
    }

    [Fact]
    public async Task LoadAsync_NumbersAtOnceAndInHours_AreKept()
    {
        const string Numbers = """numbers: [["+78124540101", { number: "+79214540102", accept: true }], { number: "+78124540103", hours: { mon-fri: "09:00-18:00" } }]""";
        var text = TestFolder.Company.Replace("""numbers: ["+78124540101", { number: "+79214540102", kind: mobile, ring: 15s, transfer: warm, accept: true }]""", Numbers, StringComparison.Ordinal);
        using var folder = new TestFolder().WriteValid().Write("fox.yaml", text);

        var company = (await folder.LoadAsync()).Companies[0];
        var numbers = OfficeJson.ReadCompany(OfficeJson.Write(company)).Employees[0].Numbers;

        Assert.Equal([("+78124540101", false, false), ("+79214540102", true, true), ("+78124540103", false, false)], numbers.Select(n => (n.Number.ToString(), n.WithPrevious, n.MustAccept)));
        Assert.Equal([0, 0, 5], numbers.Select(n => n.Hours?.Intervals.Count ?? 0));
    }

    [Fact]
    public async Task LoadAsync_GroupOfADepartment_HasAllOfIt()
    {
        var text = TestFolder.Company.Replace("name: Boris", "name: Boris\n    department: Visas", StringComparison.Ordinal).TrimEnd() + "\ngroups: [{ id: visas, name: Visas, department: Visas }]\n";
        using var folder = new TestFolder().WriteValid().Write("fox.yaml", text);
        Assert.Equal([Boris], (await folder.LoadAsync()).Companies[0].Groups[0].Members);
    }

    [Theory]
    [InlineData("employee: anna, reason", "employee: ana, reason", "absences[0].employee: found 'ana'; allowed is the id of an employee of this document (did you mean 'anna'?).")]
    [InlineData("reason: holiday", "reason: holyday", "absences[0].reason: found 'holyday'; allowed is one of meeting, ill, outOfCoverage, holiday, businessTrip, doNotDisturb, other (did you mean 'holiday'?).")]
    [InlineData("until: 2027-01-10", "until: 2026-12-01", "absences[0].until: found '2026-12-01'; allowed is an end after the beginning.")]
    [InlineData("standIn: boris", "standIn: anna", "absences[0].standIn: found 'anna'; allowed is another employee.")]
    [InlineData("reason: meeting, note: Board", "reason: other", "absences[1]: found reason: other without a note; allowed is a note that says the reason.")]
    [InlineData("hours: { mon:", "hours: { exceptions: [], mon:", "absences[1].hours.exceptions: found 'exceptions'; allowed is mon, tue, wed, thu, fri, sat, sun.")]
    [InlineData("members: [boris, anna]", "members: [boris, boris]", "groups[0].members[1]: found 'boris' again; allowed is every employee once.")]
    [InlineData("members: [boris, anna]", "department: Visas", "groups[0].department: found 'Visas'; allowed is one of .")]
    [InlineData("ring: allAtOnce", "ring: all", "groups[0].ring: found 'all'; allowed is one of inOrder, rotation, allAtOnce.")]
    [InlineData("every: week", "every: month", "onCall[0].rotation.every: found 'month'; allowed is one of day, week.")]
    [InlineData("handover: \"09:00\"", "handover: \"9\"", "onCall[0].rotation.handover: found '9'; allowed is the time of a handover, such as \"09:00\".")]
    [InlineData("to: 2027-01-01", "to: 2026-12-30", "onCall[0].entries[0].to: found '2026-12-30'; allowed is an end after the beginning.")]
    [InlineData("\"+7812\"", "\"7812\"", "dialling.allow[0]: found '7812'; allowed is the beginning of numbers, such as \"+7812\" (in quotes): '+' and 1 to 15 digits.")]
    [InlineData("atOnce: 5", "atOnce: -1", "dialling.atOnce: found '-1'; allowed is a whole number, 0 to 1000000.")]
    [InlineData("show: caller", "show: me", "dialling.show: found 'me'; allowed is one of company, caller.")]
    [InlineData("every: 30s", "every: 1s", "transfers.every: found '1s'; allowed is a time such as 90s, 2m or 1h: 5s to 5m.")]
    [InlineData("mode: operator", "mode: some", "recording.mode: found 'some'; allowed is one of all, operator, none (did you mean 'none'?).")]
    public async Task LoadAsync_WrongField_SaysWhatWhereAndWhatIsAllowed(string right, string wrong, string problem)
    {
        Assert.Contains(right, People, StringComparison.Ordinal);
        using var folder = new TestFolder().WriteValid().Write("fox.yaml", TestFolder.Company.TrimEnd() + People.Replace(right, wrong, StringComparison.Ordinal) + "\n");
        Assert.EndsWith(problem, await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    private static async Task<CompanyDefinition> LoadAsync(string people)
    {
        using var folder = new TestFolder().WriteValid().Write("fox.yaml", TestFolder.Company.TrimEnd() + people + "\n");
        return (await folder.LoadAsync()).Companies[0];
    }
}
