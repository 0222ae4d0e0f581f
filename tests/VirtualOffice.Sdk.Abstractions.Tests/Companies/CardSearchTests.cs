using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Abstractions.Tests.Companies;

public sealed class CardSearchTests
{
    private static readonly CompanyCard Card = new()
    {
        Company = CompanyId.Parse("fox"),
        Name = "Fox",
        Version = "v1",
        At = default,
        Hours = new OpeningDecision(IsOpen: true, "round the clock", null),
        Parts =
        [
            new("about", "About"), new("promotions", "Promotions"), new("services", "Services"), new("offices", "Offices"), new("faq", "FAQ"),
            new("employees", "Employees"), new("vips", "VIPs"), new("organisations", "Organisations"), new("trouble", "Trouble abroad"),
        ],
        About = "Tours since 1998.",
        Promotions = [new CardPromotion("Early booking", "10 % off", Validity.Always)],
        Services = [new CardService("Insurance", "Medical"), new CardService("Visas", "Forms filled in") { Price = "4900 roubles", Keywords = ["schengen"] }],
        Offices = [new OfficeNow(new CardOffice("Nevsky", "28 Nevsky Prospekt") { Phone = PhoneNumber.Parse("+78124540111"), Directions = "Bell seven" }, null)],
        Faq = [new FaqEntry("photo", "What photograph for a visa?", "White background, Café Müller makes them") { Keywords = ["picture"] }],
        Employees = [new Employee(EmployeeId.Parse("anna"), "Anna Petrova", "a.petrova@fox.example", [PhoneNumber.Parse("+79214540102")]) { Department = "Tours" }],
        Vips = [new KnownCaller(PhoneNumber.Parse("+79215550101"), "Ivan") { Note = "Aisle seat" }],
        Organisations = [new Organisation("Baltic Charter", PhoneNumber.Parse("+78124540191"))],
        Sections = [new CardSection("trouble", "Trouble abroad", "Stay where you are")],
    };

    [Theory]
    [InlineData("1998", "about:0")]
    [InlineData("booking", "promotions:0")]
    [InlineData("roubles", "services:1")]
    [InlineData("Schengen", "services:1")]
    [InlineData("prospekt", "offices:0")]
    [InlineData("bell", "offices:0")]
    [InlineData("4540111", "offices:0")]
    [InlineData("picture", "faq:0")]
    [InlineData("PETROVA", "employees:0")]
    [InlineData("+79214540102", "employees:0")]
    [InlineData("aisle", "vips:0")]
    [InlineData("baltic", "organisations:0")]
    [InlineData("540191", "organisations:0")]
    [InlineData("stay", "trouble:0")]
    public void Find_AWordOfAnyPlace_IsFound(string query, string found) => Assert.Equal(found, Found(query));

    [Theory]
    [InlineData("cafe muller", "faq:0")]
    [InlineData("CAFÉ", "faq:0")]
    [InlineData("photo visa", "faq:0")]
    [InlineData("tours petr", "employees:0")]
    [InlineData("visa dog", "")]
    [InlineData("isa", "")]
    [InlineData("98", "")]
    [InlineData("", "")]
    [InlineData(" ?! ", "")]
    public void Find_Query_WantsEveryWordByItsBeginning(string query, string found) => Assert.Equal(found, Found(query));

    [Fact]
    public void Find_Several_TheTitleGoesBeforeTheText() => Assert.Equal("faq:0,services:1", Found("visa"));

    [Fact]
    public void Find_TwoAlike_TheOneThatStandsFirst() => Assert.Equal("about:0,employees:0", Found("tours"));

    [Fact]
    public void Find_Limit_IsTheMost()
    {
        Assert.Single(CardSearch.Find(Card, "visa", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CardSearch.Find(Card, "visa", 0));
    }

    [Fact]
    public void Find_SectionThatIsNotShown_IsNotSearched() => Assert.Empty(CardSearch.Find(Card with { Parts = [] }, "visa"));

    private static string Found(string query) => string.Join(',', CardSearch.Find(Card, query).Select(m => $"{m.Section}:{m.Index}"));
}
