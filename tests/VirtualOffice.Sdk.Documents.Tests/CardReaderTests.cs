using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents.Tests;

public sealed class CardReaderTests
{
    private const string Card = """

        card:
          about: |
            Tours since 1998.
            Nearly all came back.
          instructions: Never promise a price.
          services:
            - { name: Visas, text: Forms filled in, price: 4900 roubles, keywords: [schengen, passport] }
          offices:
            - name: Nevsky
              address: 28 Nevsky Prospekt
              phone: "+78124540111"
              map: https://maps.example.com/nevsky
              directions: Bell 7
              timeZone: Europe/Kaliningrad
              hours: { mon-fri: "10:00-20:00", exceptions: [{ name: New Year, on: 01-01, open: closed }] }
          promotions:
            - { name: Christmas, text: Half price, from: 2026-12-01, until: 2026-12-24 }
            - { name: Night sale, text: Until three, from: 2026-12-01T22:00, until: 2026-12-02T03:00 }
          faq:
            - { id: photo, question: "What photograph?", answer: White background, keywords: [picture], instructions: Be brief }
          notices:
            - { text: Anna is at a fair, until: 2026-12-05 }
          sections:
            - { id: trouble, title: Trouble abroad, text: Stay where you are, instructions: Ask where }
          organisations:
            - { name: Baltic Charter, fax: "+78124540191" }
          colours: { accent: "#D9480f", background: "#fff8f1", text: "#000000" }
          layout: [trouble, { section: faq, title: Questions }, { section: about, visible: false }]
        """;

    [Fact]
    public async Task LoadAsync_Card_GivesEveryField()
    {
        using var folder = new TestFolder().Write("fox.yaml", TestFolder.Company.Replace("name: Boris", "name: Boris\n    department: Visas\n    pronunciation: ba-REES", StringComparison.Ordinal) + "\npronunciation: foks" + Card);

        var definition = await folder.LoadAsync();

        Assert.Empty(definition.Warnings);
        var fox = definition.Companies[0];
        Assert.Equal(("foks", "Visas", "ba-REES"), (fox.Pronunciation, fox.Employees[1].Department, fox.Employees[1].Pronunciation));
        var card = fox.Card;
        Assert.Equal(("Tours since 1998.\nNearly all came back.", "Never promise a price."), (card.About, card.Instructions));
        var service = Assert.Single(card.Services);
        Assert.Equal(("Visas", "Forms filled in", "4900 roubles", "schengen,passport"), (service.Name, service.Text, service.Price, string.Join(',', service.Keywords)));
        var office = Assert.Single(card.Offices);
        Assert.Equal(
            ("Nevsky", "28 Nevsky Prospekt", "+78124540111", "https://maps.example.com/nevsky", "Bell 7", "Europe/Kaliningrad", 5, "New Year"),
            (office.Name, office.Address, office.Phone?.ToString(), office.Map?.ToString(), office.Directions, office.TimeZone?.Id, office.Hours!.Intervals.Count, office.HoursExceptions[0].Name));
        Assert.Equal(
            [
                new CardPromotion("Christmas", "Half price", new Validity(new DateTime(2026, 12, 1), new DateTime(2026, 12, 25))),
                new CardPromotion("Night sale", "Until three", new Validity(new DateTime(2026, 12, 1, 22, 0, 0), new DateTime(2026, 12, 2, 3, 0, 0))),
            ],
            card.Promotions);
        var faq = Assert.Single(card.Faq);
        Assert.Equal(("photo", "What photograph?", "White background", "picture", "Be brief"), (faq.Id, faq.Question, faq.Answer, string.Join(',', faq.Keywords), faq.Instructions));
        Assert.Equal([new CardNotice("Anna is at a fair", new Validity(null, new DateTime(2026, 12, 6)))], card.Notices);
        Assert.Equal([new CardSection("trouble", "Trouble abroad", "Stay where you are") { Instructions = "Ask where" }], card.Sections);
        Assert.Equal([new Organisation("Baltic Charter", PhoneNumber.Parse("+78124540191"))], card.Organisations);
        Assert.Equal(new CardColours("#D9480f", "#fff8f1", "#000000"), card.Colours);
        Assert.Equal([new("trouble"), new("faq") { Title = "Questions" }, new CardLayoutEntry("about") { IsHidden = true }], card.Layout);
    }

    public static TheoryData<string, string, string> Mistakes { get; } = new()
    {
        { "until: 2026-12-24", "until: 24.12.2026", "promotions[0].until: found '24.12.2026'; allowed is a day or a time of the company, such as 2026-12-31 or 2026-12-31T18:00." },
        { "until: 2026-12-24", "until: 2026-11-30", "promotions[0].until: found '2026-11-30'; allowed is a day or time after 'from'." },
        { "until: 2026-12-24", "until: 9999-12-31", "promotions[0].until: found '9999-12-31'; allowed is a day or a time of the company, such as 2026-12-31 or 2026-12-31T18:00." },
        { "text: Half price, ", "", "promotions[0].text: found nothing; allowed is what is said of it." },
        { "fax: \"+78124540191\"", "fax: \"4540191\"", "organisations[0].fax: found '4540191'; allowed is a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "{ id: trouble", "{ id: faq, title: F, text: F }\n    - { id: trouble", "sections[0].id: found 'faq'; allowed is an id that is none of about, promotions, services, offices, faq, employees, vips, organisations, which every company has." },
        { "[trouble, {", "[trouble, truoble, {", "layout[1]: found 'truoble'; allowed is one of about, promotions, services, offices, faq, employees, vips, organisations, trouble (did you mean 'trouble'?)." },
        { "[trouble, {", "[trouble, faq, {", "layout[2].section: found 'faq', which stands at fox.yaml:65 too; allowed is every section once." },
        { "accent: \"#D9480f\"", "accent: orange", "colours.accent: found 'orange'; allowed is a colour, such as \"#e4572e\" (in quotes)." },
        { "https://maps", "javascript://maps", "offices[0].map: found 'javascript://maps.example.com/nevsky'; allowed is an address of the web, such as https://maps.example.com/nevsky." },
        { "Europe/Kaliningrad", "Europe/Koenigsberg", "offices[0].timeZone: found 'Europe/Koenigsberg'; allowed is an IANA time zone, such as Europe/Moscow." },
        { "about: |", "about: [", "" },
        { "visible: false", "visibel: false", "layout[2].visibel: found the unknown field 'visibel'; allowed is section, title, visible (did you mean 'visible'?)." },
        { "name: Visas, ", "", "services[0].name: found nothing; allowed is what the service is." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task LoadAsync_Mistake_IsTold(string text, string mistake, string problem)
    {
        using var folder = new TestFolder().Write("fox.yaml", TestFolder.Company + Card.Replace(text, mistake, StringComparison.Ordinal));

        var told = await folder.ProblemsAsync();

        Assert.Contains(problem.Length == 0 ? "(document)" : $": card.{problem}", told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }

    [Fact]
    public async Task LoadAsync_QuestionTwice_IsTold()
    {
        using var folder = new TestFolder().Write("fox.yaml", TestFolder.Company + "\ncard:\n  faq:\n    - { id: a, question: A, answer: A }\n    - { id: a, question: B, answer: B }\n");

        Assert.Equal("fox.yaml:41: card.faq[1].id: found 'a', which stands at fox.yaml:40 too; allowed is an id that no other question of the company has.", await folder.ProblemsAsync());
    }
}
