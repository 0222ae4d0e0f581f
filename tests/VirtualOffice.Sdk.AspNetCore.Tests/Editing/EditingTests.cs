using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Desk.Harness;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Editing;

/// <summary>Versions and drafts over REST, for each of the three who may: a client, a supervisor, an admin.</summary>
public sealed class EditingTests : IAsyncLifetime
{
    private DeskOffice _office = null!;

    public static TheoryData<string, string> Editors => new()
    {
        { "client:fox-travel", "/desk/api/company" },
        { "supervisor", "/desk/api/board/companies/fox-travel" },
        { "admin", "/api/v1/companies/fox-travel" },
    };

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync(isStored: true);

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task Draft_SavedReviewedAndPublished_IsInForceForTheNextCall(string person, string path)
    {
        using var client = _office.As(person);
        var (text, version) = await DocumentAsync(client, path);
        var changed = text + "hours:\n  mon-fri: \"09:00-18:00\"\n  exceptions: [{ name: Inventory, on: last fri, open: closed }]\n";

        var draft = await client.PostAsync($"{path}/drafts", new { text = changed, basedOn = version });
        var id = draft["id"]!.GetValue<string>();
        var review = await client.GetAsync($"{path}/drafts/{id}/review");
        Assert.Equal("[]", review["problems"]!.ToJsonString());
        Assert.True(review["canPublish"]!.GetValue<bool>());
        Assert.Contains("hours: no longer round the clock", Lines(review["changes"]!));
        var explained = await client.GetAsync($"{path}/drafts/{id}/explain?at=2026-11-27T05:00:00Z&caller=%2B79215550101");
        Assert.Contains(Lines(explained["lines"]!), l => l.Contains("exception 'Inventory'", StringComparison.Ordinal));
        Assert.Null(_office.Office.Companies.Find(TestCompanies.Fox)!.Hours);

        var published = await client.PostAsync($"{path}/drafts/{id}/publish", new { revision = 1 });

        Assert.Equal(published["version"]!.GetValue<string>(), _office.Office.Companies.Find(TestCompanies.Fox)!.Version);
        Assert.NotNull(_office.Office.Companies.Find(TestCompanies.Fox)!.Hours);
        Assert.Equal("[]", (await client.GetAsync($"{path}/drafts")).ToJsonString());
        var versions = (await client.GetAsync($"{path}/versions")).AsArray();
        Assert.Equal([true, false], versions.Select(v => v!["isInForce"]!.GetValue<bool>()));
        Assert.Contains("hours: no longer round the clock", Lines(await client.GetAsync($"{path}/versions/{version}/changes")));
        Assert.Equal(text, (await client.GetAsync($"{path}/versions/{version}"))["text"]!.GetValue<string>());

        await client.PostAsync($"{path}/versions/{version}/restore", new { basedOn = published["version"]!.GetValue<string>() });
        Assert.Null(_office.Office.Companies.Find(TestCompanies.Fox)!.Hours);
    }

    [Fact]
    public async Task Review_WrongDocument_TellsTheLine()
    {
        using var client = _office.As("client:fox-travel");
        var (text, version) = await DocumentAsync(client, "/desk/api/company");
        var wrong = text + "hours:\n  monday: closed\n";
        var review = await client.PostAsync("/desk/api/company/document/review", new { text = wrong, basedOn = version });
        var problem = Assert.Single(review["problems"]!.AsArray())!;
        Assert.Equal(text.Count(c => c == '\n') + 2, problem["line"]!.GetValue<int>());
        Assert.False(review["canPublish"]!.GetValue<bool>());

        using var saved = await client.SendAsync(HttpMethod.Post, "/desk/api/company/drafts", new { text = wrong, basedOn = version });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, saved.StatusCode);
        var body = await saved.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        Assert.Equal("monday", body!["problems"]![0]!["field"]!.GetValue<string>().Split('.')[^1]);
    }

    [Theory]
    [InlineData("name: Fox Travel", "name: Owl Travel", "name: Fox Travel")]
    [InlineData("messagesTo: office@fox-travel.example", "messagesTo: thief@example.com", "messages to")]
    [InlineData("+78124540101", "+79005550101", "anna")]
    public async Task Client_ChangesWhatIsTheOffices_IsRefusedInWords(string from, string to, string expected)
    {
        using var client = _office.As("client:fox-travel");
        var (text, version) = await DocumentAsync(client, "/desk/api/company");
        Assert.Contains(from, text, StringComparison.Ordinal);
        var changed = text.Replace(from, to, StringComparison.Ordinal);
        var review = await client.PostAsync("/desk/api/company/document/review", new { text = changed, basedOn = version });
        Assert.Contains(review["problems"]!.AsArray(), p => p!["text"]!.GetValue<string>() is var t && t.StartsWith("Only the office may change this: ", StringComparison.Ordinal) && t.Contains(expected, StringComparison.OrdinalIgnoreCase));
        using var saved = await client.SendAsync(HttpMethod.Post, "/desk/api/company/drafts", new { text = changed, basedOn = version });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, saved.StatusCode);

        // What a supervisor has prepared, a client cannot publish either.
        using var supervisor = _office.As("supervisor");
        var draft = await supervisor.PostAsync("/desk/api/board/companies/fox-travel/drafts", new { text = changed, basedOn = version });
        using var published = await client.SendAsync(HttpMethod.Post, $"/desk/api/company/drafts/{draft["id"]}/publish", new { revision = 1 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, published.StatusCode);
        Assert.Equal(version, _office.Office.Companies.Find(TestCompanies.Fox)!.Version);
    }

    [Fact]
    public async Task Draft_SavedByTwo_TheSecondIsToldSo()
    {
        using var client = _office.As("client:fox-travel");
        var (text, version) = await DocumentAsync(client, "/desk/api/company");
        var draft = await client.PostAsync("/desk/api/company/drafts", new { text, basedOn = version });
        var path = $"/desk/api/company/drafts/{draft["id"]}";
        using var first = await client.SendAsync(HttpMethod.Put, path, new { text = text + "# mine\n", basedOn = version, revision = 1 });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await client.SendAsync(HttpMethod.Put, path, new { text, basedOn = version, revision = 1 });
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.EndsWith("# mine\n", (await client.GetAsync(path))["text"]!.GetValue<string>(), StringComparison.Ordinal);
        using var discarded = await client.SendAsync(HttpMethod.Delete, path);
        Assert.Equal(HttpStatusCode.NoContent, discarded.StatusCode);
    }

    [Fact]
    public async Task Document_OfAnotherCompany_IsRefused()
    {
        using var client = _office.As("client:fox-travel");
        var (text, version) = await DocumentAsync(client, "/desk/api/company");
        using var saved = await client.SendAsync(HttpMethod.Post, "/desk/api/company/drafts", new { text = text.Replace("id: fox-travel", "id: nord-service", StringComparison.Ordinal), basedOn = version });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, saved.StatusCode);
    }

    private static async Task<(string Text, string Version)> DocumentAsync(DeskClient client, string path)
    {
        var document = await client.GetAsync($"{path}/document");
        return (document["text"]!.GetValue<string>(), document["version"]!.GetValue<string>());
    }

    private static IReadOnlyList<string> Lines(JsonNode lines) => [.. lines.AsArray().Select(l => l!.GetValue<string>())];
}
