using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class CardAssemblyTests
{
    private static readonly Validity December = new(new DateTime(2026, 12, 1), new DateTime(2027, 1, 1));

    private static readonly CompanyDefinition Fox = new()
    {
        Id = CompanyId.Parse("fox"),
        Name = "Fox",
        Version = "v7",
        Pronunciation = "foks",
        Numbers = [PhoneNumber.Parse("+78124540001")],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        Employees = [new Employee(EmployeeId.Parse("anna"), "Anna", null, [])],
        Callers = new CallerRules
        {
            Known = [new KnownCaller(PhoneNumber.Parse("+79215550101"), "Ivan") { Priority = CallPriority.Vip }, new KnownCaller(PhoneNumber.Parse("+79215550102"), "Pyotr")],
        },
        Card = new CardContent
        {
            About = "Tours.",
            Instructions = "No prices.",
            Promotions = [new CardPromotion("Christmas", "A", December), new CardPromotion("Always", "B", Validity.Always)],
            Notices = [new CardNotice("Fair", December)],
            Offices =
            [
                new CardOffice("Nevsky", "28 Nevsky") { Hours = new WeeklyHours { Intervals = [new OpenInterval(DayOfWeek.Tuesday, new TimeOnly(10, 0), new TimeOnly(20, 0))] } },
                new CardOffice("Kaliningrad", "4 Leninsky")
                {
                    TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kaliningrad"),
                    Hours = new WeeklyHours { Intervals = [new OpenInterval(DayOfWeek.Tuesday, new TimeOnly(10, 0), new TimeOnly(20, 0))] },
                },
                new CardOffice("Depot", "1 Dock"),
            ],
            Sections = [new CardSection("trouble", "Trouble", "Stay.")],
            Colours = new CardColours("#112233", null, null),
        },
    };

    [Fact]
    public void At_Instant_HasWhatHoldsThen()
    {
        var (november, december) = (At("2026-11-30T20:59:59Z"), At("2026-11-30T21:00:00Z"));

        Assert.Equal(["Always"], november.Promotions.Select(p => p.Name));
        Assert.Empty(november.Notices);
        Assert.Equal(["Christmas", "Always"], december.Promotions.Select(p => p.Name));
        Assert.Equal("Fair", Assert.Single(december.Notices).Text);
        Assert.Equal(("fox", "v7", "foks", "No prices.", "#112233", TimeSpan.FromHours(3)), (december.Company.Value, december.Version, december.Pronunciation, december.Instructions, december.Colours!.Accent, december.At.Offset));
    }

    [Fact]
    public void At_Offices_AreOpenInTheirOwnTime()
    {
        var offices = At("2026-12-01T07:30:00Z").Offices;

        Assert.Equal([true, false, null], offices.Select(o => o.Hours?.IsOpen));
        Assert.Equal(DateTimeOffset.Parse("2026-12-01T10:00:00+02:00", System.Globalization.CultureInfo.InvariantCulture), offices[1].Hours!.ChangesAt);
    }

    [Fact]
    public void At_NoLayout_TheUsualOrderWithoutWhatIsEmpty() =>
        Assert.Equal("about:About,promotions:Promotions,offices:Offices,trouble:Trouble,employees:Employees,vips:VIPs", Parts(At("2026-12-01T07:30:00Z")));

    [Fact]
    public void At_Layout_OrdersTitlesAndHides()
    {
        var card = CardAssembly.At(
            Fox with
            {
                Card = Fox.Card with
                {
                    Layout = [new("trouble"), new("vips") { Title = "Dear" }, new("about") { IsHidden = true }, new("faq"), new("offices"), new("gone")],
                },
            },
            Instant("2026-12-01T07:30:00Z"));

        Assert.Equal("trouble:Trouble,vips:Dear,offices:Offices,promotions:Promotions,employees:Employees", Parts(card));
        Assert.Null(card.About);
        Assert.Empty(CardSearch.Find(card, "tours"));
    }

    [Fact]
    public void At_HiddenOwnSection_IsGone()
    {
        var card = CardAssembly.At(Fox with { Card = Fox.Card with { Layout = [new("trouble") { IsHidden = true }] } }, Instant("2026-12-01T07:30:00Z"));

        Assert.Empty(card.Sections);
    }

    [Fact]
    public void At_Vips_AreThoseWhoGoBeforeEverybody() => Assert.Equal(["Ivan"], At("2026-12-01T07:30:00Z").Vips.Select(v => v.Name));

    [Fact]
    public void CardAt_UnknownCompany_IsNull()
    {
        var directory = new CompanyDirectory();
        directory.Replace([Fox]);

        Assert.Null(directory.CardAt(CompanyId.Parse("nobody"), default));
        Assert.Equal("v7", directory.CardAt(Fox.Id, Instant("2026-12-01T07:30:00Z"))!.Version);
        Assert.Equal("v6", directory.CardAt(Fox with { Version = "v6" }, Instant("2026-12-01T07:30:00Z")).Version);
    }

    private static CompanyCard At(string instant) => CardAssembly.At(Fox, Instant(instant));

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    private static string Parts(CompanyCard card) => string.Join(',', card.Parts.Select(p => $"{p.Section}:{p.Title}"));
}
