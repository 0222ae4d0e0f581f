using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class CompanyDiffTests
{
    private static readonly Employee Anna = new(EmployeeId.Parse("anna"), "Anna", "anna@fox.example", [PhoneNumber.Parse("+78124540101")]);

    private static readonly CompanyDefinition Fox = new()
    {
        Id = CompanyId.Parse("fox"),
        Name = "Fox",
        Version = "v1",
        Numbers = [PhoneNumber.Parse("+78124540001")],
        Hours = Hours(18),
        Employees = [Anna],
        Card = new CardContent { Faq = [new FaqEntry("visa", "Visa?", "Yes."), new FaqEntry("pets", "Pets?", "No.")] },
    };

    [Fact]
    public void Of_SameContent_IsEmpty() => Assert.Empty(CompanyDiff.Of(Fox, Fox with { Version = "v2" }));

    [Fact]
    public void Of_Hours_AreToldByDay() => Assert.Equal(
        ["hours: Monday 09:00–18:00 → 09:00–20:00", "hours: Tuesday 09:00–18:00 → 09:00–20:00"],
        CompanyDiff.Of(Fox, Fox with { Hours = Hours(20) }));

    [Fact]
    public void Of_HoursComeOrGo_IsTold()
    {
        Assert.Equal(["hours: round the clock"], CompanyDiff.Of(Fox, Fox with { Hours = null }));
        Assert.Equal("hours: no longer round the clock", CompanyDiff.Of(Fox with { Hours = null }, Fox)[0]);
    }

    [Fact]
    public void Of_Employees_AreToldById()
    {
        var mobile = new ReachNumber(PhoneNumber.Parse("+79214540102")) { Kind = ReachKind.Mobile };
        var boris = new Employee(EmployeeId.Parse("boris"), "Boris", null, []);

        Assert.Equal(["employee anna: mobile number +79214540102 added"], CompanyDiff.Of(Fox, Fox with { Employees = [Anna with { Numbers = [.. Anna.Numbers, mobile] }] }));
        Assert.Equal(["employee boris added"], CompanyDiff.Of(Fox, Fox with { Employees = [Anna, boris] }));
        Assert.Equal(["employee anna removed"], CompanyDiff.Of(Fox, Fox with { Employees = [] }));
        Assert.Equal(["employee anna: email removed", "employee anna: department added: Tours"], CompanyDiff.Of(Fox, Fox with { Employees = [Anna with { Email = null, Department = "Tours" }] }));
    }

    [Fact]
    public void Of_OtherFields_AreToldWithTheirPlace() => Assert.Equal(
        ["name: Fox → Owl", "number +78124540001 removed", "number +78124540002 added", "queue: strategy: longest-idle → fewest-calls", "card: question visa: answer: Yes. → Maybe."],
        CompanyDiff.Of(Fox, Fox with
        {
            Name = "Owl",
            Numbers = [PhoneNumber.Parse("+78124540002")],
            Queue = new QueueRules { Strategy = "fewest-calls" },
            Card = Fox.Card with { Faq = [Fox.Card.Faq[0] with { Answer = "Maybe." }, Fox.Card.Faq[1]] },
        }).OrderBy(c => c[0] switch { 'n' => 0, 'q' => 1, _ => 2 }));

    [Fact]
    public void Of_AnotherOrder_IsTold() => Assert.Equal(
        ["card: faq: visa, pets → pets, visa"], CompanyDiff.Of(Fox, Fox with { Card = Fox.Card with { Faq = [Fox.Card.Faq[1], Fox.Card.Faq[0]] } }));

    private static WeeklyHours Hours(int to) => new()
    {
        Intervals = [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday }.Select(d => new OpenInterval(d, new TimeOnly(9, 0), new TimeOnly(to, 0)))],
    };
}
