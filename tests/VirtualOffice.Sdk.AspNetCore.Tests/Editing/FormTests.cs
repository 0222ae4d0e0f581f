using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Desk.Harness;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Editing;

/// <summary>A company's document as a form: what it shows can be changed, and what it doesn't show stays.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private const string Path = "/desk/api/company";

    private DeskOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync(isStored: true);

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData("fox-travel")]
    [InlineData("nord-service")]
    [InlineData("lynx-clinic")]
    public async Task Form_AppliedAsItIs_ChangesNothing(string company)
    {
        using var client = _office.As($"client:{company}");
        var (text, form) = await FormAsync(client, Rich);

        Assert.Equal(text, await ApplyAsync(client, text, form));
    }

    [Fact]
    public async Task Form_Changed_KeepsTheRemarksUntilItIsPublishedAndAfter()
    {
        using var client = _office.As("client:fox-travel");
        var (text, form) = await FormAsync(client, t => Rich(t).Replace("\ncard:\n", "\n\n# What operators are shown.\ncard:   # ours\n", StringComparison.Ordinal) + "# the end\n");
        Assert.Contains("# What operators are shown.", text, StringComparison.Ordinal);
        form["about"] = "Under new management.";
        form["faq"]!.AsArray().RemoveAt(1);

        var applied = await client.PostAsync($"{Path}/document/form/apply", new { text, form });
        var changed = applied["text"]!.GetValue<string>();
        var draft = await client.PostAsync($"{Path}/drafts", new { text = changed, basedOn = _office.Office.Companies.Find(TestCompanies.Fox)!.Version });
        await client.PostAsync($"{Path}/drafts/{draft["id"]}/publish", new { revision = 1 });

        Assert.Empty(applied["lostRemarks"]!.AsArray());
        Assert.Equal(changed, (await client.GetAsync($"{Path}/document"))["text"]!.GetValue<string>());
        var (before, after) = (text.Split('\n'), changed.Split('\n'));
        Assert.Equal(["  about: Under new management."], after.Except(before));
        Assert.DoesNotContain(before.Except(after), line => line.Contains('#', StringComparison.Ordinal) || !line.StartsWith("    ", StringComparison.Ordinal) && !line.StartsWith("  about:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_Changed_IsInTheDocumentAndKeepsWhatItDoesNotShow()
    {
        using var client = _office.As("client:fox-travel");
        var (text, form) = await FormAsync(client, Rich);
        form["isRoundTheClock"] = false;
        form["hours"] = new JsonArray("09:00-13:00, 14:00-18:00", "9:00-18:00", "", "", "", "22:00-02:00", "24h");
        form["promotions"]!.AsArray().Insert(0, new JsonObject { ["name"] = "Karelia", ["text"] = "Two for one.", ["from"] = "2026-12-01", ["until"] = "2026-12-31" });
        form["faq"]!.AsArray().Add(new JsonObject { ["question"] = "Is there a lift?", ["answer"] = "Yes, a slow one." });
        form["absences"]!.AsArray().Add(new JsonObject { ["employee"] = "anna", ["reason"] = "Ill", ["until"] = "2026-12-05T12:00", ["standIn"] = "boris" });
        form["offices"]![0]!["address"] = "30 Nevsky Prospekt";
        form["exceptions"]!.AsArray().Add(new JsonObject { ["name"] = "New Year", ["from"] = "2026-12-31", ["until"] = "2027-01-08", ["hours"] = "", ["everyYear"] = true });

        var changed = await ApplyAsync(client, text, form);
        var draft = await client.PostAsync($"{Path}/drafts", new { text = changed, basedOn = _office.Office.Companies.Find(TestCompanies.Fox)!.Version });
        await client.PostAsync($"{Path}/drafts/{draft["id"]}/publish", new { revision = 1 });

        var company = _office.Office.Companies.Find(TestCompanies.Fox)!;
        Assert.Equal(
            [new OpenInterval(DayOfWeek.Sunday, default, default), new OpenInterval(DayOfWeek.Monday, new(9, 0), new(13, 0)), new(DayOfWeek.Monday, new(14, 0), new(18, 0)), new(DayOfWeek.Tuesday, new(9, 0), new(18, 0)), new(DayOfWeek.Saturday, new(22, 0), new(2, 0))],
            company.Hours!.Intervals);
        Assert.Equal(new Validity(new DateTime(2026, 12, 1), new DateTime(2027, 1, 1)), company.Card.Promotions[0].Valid);
        Assert.Equal("Is there a lift?", company.Card.Faq[^1].Question);
        Assert.Equal(company.Card.Faq.Count, company.Card.Faq.Select(f => f.Id).Distinct().Count());
        Assert.Equal((new DateTime(2026, 12, 5, 12, 0, 0), EmployeeId.Parse("boris")), (company.Absences[^1].Until!.Value, company.Absences[^1].StandIn!.Value));
        Assert.Equal(("30 Nevsky Prospekt", "https://maps.example.com/fox-nevsky"), (company.Card.Offices[0].Address, company.Card.Offices[0].Map!.ToString()));
        Assert.True(company.HoursExceptions[^1].EveryYear);
    }

    [Theory]
    [InlineData("hours", """["9 to 5"]""", "hours[0]", "09:00-18:00")]
    [InlineData("hours", """["09:00-25:00"]""", "hours[0]", "09:00-18:00")]
    [InlineData("promotions", """[{"name":"Karelia","text":"Two for one.","until":"31.12.2026"}]""", "promotions[0].until", "2026-12-31")]
    [InlineData("promotions", """[{"name":"Karelia","text":"Two for one.","from":"2026-12-31","until":"2026-12-01"}]""", "promotions[0].until", "after the first")]
    [InlineData("faq", """[{"question":" ","answer":"No."}]""", "faq[0].question", "some text")]
    [InlineData("absences", """[{"employee":"nobody","reason":"Ill"}]""", "absences[0].employee", "anna, boris, vera")]
    [InlineData("absences", """[{"employee":"anna","reason":"Bored"}]""", "absences[0].reason", "Holiday")]
    [InlineData("offices", """[{"name":"Nevsky","address":"28","phone":"call us"}]""", "offices[0].phone", "international form")]
    [InlineData("exceptions", """[{"name":"New Year","from":"soon"}]""", "exceptions[0].from", "a day")]
    [InlineData("messageText", """{"subject":"From {caller.nam}"}""", "messageText.subject", "caller.name")]
    [InlineData("messageText", """{"subject":"Two\nlines"}""", "messageText.subject", "on one line")]
    [InlineData("onCall", """[{"name":"Ours","who":"anna"}]""", "onCall[0]", "a list that the company has")]
    public async Task Form_Wrong_TellsTheFieldAndWhatIsAllowed(string part, string value, string field, string allowed)
    {
        using var client = _office.As("client:fox-travel");
        var (text, form) = await FormAsync(client, t => t);
        form["isRoundTheClock"] = false;
        form[part] = JsonNode.Parse(value);

        using var response = await client.SendAsync(HttpMethod.Post, $"{Path}/document/form/apply", new { text, form });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problems = (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["problems"]!.AsArray();
        var problem = Assert.Single(problems, p => p!["field"]!.GetValue<string>() == field)!;
        Assert.Contains(allowed, problem["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_MadeUp_ReadsAsTheCompanyWordsIt()
    {
        using var client = _office.As("client:fox-travel");
        var (text, form) = await FormAsync(client, t => t);
        Assert.Null(form["messageText"]!["subject"]);

        var own = await client.PostAsync($"{Path}/document/message", new { text });
        var worded = await client.PostAsync($"{Path}/document/message", new { text, messageText = new { subject = "{caller.name} for {employee.name}", body = "{urgency}, {answers.text}" } });
        form["messageText"] = new JsonObject { ["subject"] = "{caller.name} calls" };
        var document = await ApplyAsync(client, text, form);

        Assert.Equal((null, null), ((string?)own["subject"], (string?)own["text"]));
        Assert.Equal(("Ivan Petrov for Anna Petrova, tours", "routine, Please call back before noon."), ((string?)worded["subject"], (string?)worded["text"]));
        Assert.Contains("messageText: { subject: \"{caller.name} calls\" }", document, StringComparison.Ordinal);
        Assert.Empty((await client.PostAsync($"{Path}/document/review", new { text = document, basedOn = _office.Office.Companies.Find(TestCompanies.Fox)!.Version }))["problems"]!.AsArray());
        using var wrong = await client.SendAsync(HttpMethod.Post, $"{Path}/document/message", new { text, messageText = new { body = "{nothing}" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Form_OfADocumentThatCannotBeRead_IsRefusedWithTheLine()
    {
        using var client = _office.As("client:fox-travel");
        var text = (await client.GetAsync($"{Path}/document"))["text"]!.GetValue<string>() + "hours:\n  monday: closed\n";
        using var response = await client.SendAsync(HttpMethod.Post, $"{Path}/document/form", new { text });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["problems"]![0]!["line"]);
    }

    /// <summary>With what a form doesn't show in full.</summary>
    private static string Rich(string text) => text.Contains("\nhours:", StringComparison.Ordinal)
        ? text
        : text + "hours:\n  mon-fri: \"09:00-13:00, 14:00-18:00\"\n  exceptions:\n    - { name: Inventory, on: last fri, open: closed }\n    - { name: New Year, from: 12-31, to: 01-08, open: closed }\n";

    private static async Task<(string Text, JsonObject Form)> FormAsync(DeskClient client, Func<string, string> change)
    {
        var text = change((await client.GetAsync($"{Path}/document"))["text"]!.GetValue<string>());
        var view = await client.PostAsync($"{Path}/document/form", new { text });
        return (text, view["form"]!.DeepClone().AsObject());
    }

    private static async Task<string> ApplyAsync(DeskClient client, string text, JsonObject form) =>
        (await client.PostAsync($"{Path}/document/form/apply", new { text, form }))["text"]!.GetValue<string>();
}
