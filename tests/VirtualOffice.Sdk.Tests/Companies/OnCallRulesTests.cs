using CsCheck;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class OnCallRulesTests
{
    private static readonly EmployeeId Ivan = EmployeeId.Parse("ivan");
    private static readonly EmployeeId Petr = EmployeeId.Parse("petr");
    private static readonly EmployeeId Oleg = EmployeeId.Parse("oleg");

    private static readonly IReadOnlyList<TimeZoneInfo> Zones = [.. TimeZoneInfo.GetSystemTimeZones().OrderBy(z => z.Id, StringComparer.Ordinal)];

    private static readonly OnCallRotation Weekly = new([Ivan, Petr, Oleg], OnCallPeriod.Week, new DateOnly(2026, 3, 2), new TimeOnly(9, 0));

    [Theory]
    [InlineData("2026-03-02T08:59", "oleg", "Night, default", "2026-03-02T09:00")]
    [InlineData("2026-03-02T09:00", "ivan", "Night, turn of ivan since 2026-03-02 09:00", "2026-03-09T09:00")]
    [InlineData("2026-03-09T08:59", "ivan", "Night, turn of ivan since 2026-03-02 09:00", "2026-03-09T09:00")]
    [InlineData("2026-03-09T09:00", "petr", "Night, turn of petr since 2026-03-09 09:00", "2026-03-14T18:00")]
    [InlineData("2026-03-14T18:00", "ivan,petr", "Night, entry 2026-03-14 18:00 to 2026-03-16 00:00", "2026-03-15T10:00")]
    [InlineData("2026-03-15T10:00", "oleg", "Night, entry 2026-03-15 10:00 to 2026-03-15 12:00", "2026-03-15T12:00")]
    [InlineData("2026-03-16T00:00", "petr", "Night, turn of petr since 2026-03-09 09:00", "2026-03-16T09:00")]
    public void Decide_EntryThenRotationThenDefault_TheNarrowestCounts(string at, string who, string rule, string changes)
    {
        var company = Company("Europe/Moscow");
        var list = new OnCallList(OnCallListId.Parse("night"), "Night")
        {
            Rotation = Weekly,
            Default = [Oleg],
            Entries =
            [
                new OnCallEntry(new DateTime(2026, 3, 14, 18, 0, 0), new DateTime(2026, 3, 16), [Ivan, Petr]),
                new OnCallEntry(new DateTime(2026, 3, 15, 10, 0, 0), new DateTime(2026, 3, 15, 12, 0, 0), [Oleg]),
            ],
        };

        var decision = OnCallRules.Decide(company, list, Moscow(at));

        Assert.Equal((who, rule, Moscow(changes)), (string.Join(',', decision.Who.Select(e => e.Id)), decision.Rule, decision.ChangesAt));
    }

    [Fact]
    public void Decide_NeitherRotationNorDefault_IsNobodyUntilTheNextEntry()
    {
        var list = new OnCallList(OnCallListId.Parse("night"), "Night") { Entries = [new OnCallEntry(new DateTime(2026, 3, 3), new DateTime(2026, 3, 4), [Ivan])] };

        var before = OnCallRules.Decide(Company("Europe/Moscow"), list, Moscow("2026-03-01T00:00"));
        var after = OnCallRules.Decide(Company("Europe/Moscow"), list, Moscow("2026-03-04T00:00"));

        Assert.Empty(before.Who);
        Assert.Equal((Moscow("2026-03-03T00:00"), (DateTimeOffset?)null), (before.ChangesAt, after.ChangesAt));
    }

    [Fact]
    public void Gaps_BetweenEntries_AreFound()
    {
        var list = new OnCallList(OnCallListId.Parse("night"), "Night")
        {
            Entries = [new OnCallEntry(new DateTime(2026, 3, 2), new DateTime(2026, 3, 4), [Ivan]), new OnCallEntry(new DateTime(2026, 3, 5), new DateTime(2026, 3, 6), [Petr])],
        };

        var gaps = OnCallRules.GapsOf(Company("Europe/Moscow"), list, Moscow("2026-03-01T12:00"), Moscow("2026-03-08T00:00"));

        Assert.Equal(
            [(Moscow("2026-03-01T12:00"), Moscow("2026-03-02T00:00")), (Moscow("2026-03-04T00:00"), Moscow("2026-03-05T00:00")), (Moscow("2026-03-06T00:00"), Moscow("2026-03-08T00:00"))],
            gaps.Select(g => (g.From, g.To)));
    }

    [Fact]
    public void Gaps_OfSomebodyWhoIsNotThere_IsAGap() => Assert.Single(OnCallRules.GapsOf(
        Company("Europe/Moscow"),
        new OnCallList(OnCallListId.Parse("night"), "Night") { Default = [EmployeeId.Parse("gone")] },
        Moscow("2026-03-01T12:00"),
        Moscow("2026-03-08T00:00")));

    /// <summary>In every zone and over every jump of its clocks: turns follow one another in order, each begins when the clock shows the handover, and what is promised comes true.</summary>
    [Fact]
    public void Decide_AnyZone_TurnsFollowInOrderAndBeginAtTheHandover() =>
        Gen.Select(Gen.Int[0, Zones.Count - 1].Select(i => Zones[i]), Gen.Int[0, 365 * 35], Gen.Int[0, 95], Gen.Bool, Gen.Int[1, 3]).Sample(
            (zone, day, quarter, isWeekly, members) =>
            {
                var company = Company(zone.Id);
                EmployeeId[] all = [Ivan, Petr, Oleg];
                var rotation = new OnCallRotation(all[..members], isWeekly ? OnCallPeriod.Week : OnCallPeriod.Day, new DateOnly(2000, 1, 1).AddDays(day), new TimeOnly(quarter / 4, quarter % 4 * 15));
                var list = new OnCallList(OnCallListId.Parse("l"), "L") { Rotation = rotation };
                var first = OnCallRules.Decide(company, list, new DateTimeOffset(rotation.From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-3));
                Assert.Empty(first.Who);
                var at = first.ChangesAt!.Value;
                for (var turn = 0; turn < 20; turn++)
                {
                    var decision = OnCallRules.Decide(company, list, at);
                    Assert.Equal(all[turn % members], Assert.Single(decision.Who).Id);
                    Assert.Equal(decision.Rule, OnCallRules.Decide(company, list, decision.ChangesAt!.Value.AddTicks(-1)).Rule);
                    var handover = rotation.From.AddDays(turn * (isWeekly ? 7 : 1)).ToDateTime(rotation.Handover);
                    Assert.True(at.DateTime == handover || CompanyTime.ZoneOf(company).MapLocal(NodaTime.LocalDateTime.FromDateTime(handover)).Count == 0, $"{zone.Id}: turn {turn} begins at {at:O}, and its handover is at {handover:O}");
                    at = decision.ChangesAt!.Value;
                }
            },
            iter: 300);

    private static DateTimeOffset Moscow(string time) => DateTimeOffset.Parse(time + ":00+03:00", System.Globalization.CultureInfo.InvariantCulture);

    private static CompanyDefinition Company(string zone) => new()
    {
        Id = CompanyId.Parse("fox"),
        Name = "Fox",
        Version = "1",
        Numbers = [],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        Employees = [.. new[] { Ivan, Petr, Oleg }.Select(id => new Employee(id, id.Value, null, []))],
    };
}
