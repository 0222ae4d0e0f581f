using Microsoft.Playwright;
using VirtualOffice.Sdk.Desk.Harness;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>A client's person changes the company's document, and the next call has it.</summary>
public sealed class ClientEditingTests(Browser browser) : DeskTest(browser)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("VO_DESK_PICTURES") ?? Path.Combine(AppContext.BaseDirectory, "pictures");

    protected override bool IsStored => true;

    [Fact]
    public async Task Client_PublishesAChange_TheNextCallHasIt()
    {
        var client = await OpenAsync("client:fox-travel", "#/company/edit");
        var document = client.GetByLabel("Document");
        await Expect(document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("id: fox-travel"));
        await Expect(client.GetByText("Nothing is wrong.")).ToBeVisibleAsync();
        await Expect(client.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToBeDisabledAsync();

        var text = await document.InputValueAsync();
        await document.FillAsync(text.Replace("nearly all of them came back", "every one of them came back", StringComparison.Ordinal) + "hours:\n  monday: closed\n");
        await Expect(client.Locator(".problems li.bad")).ToContainTextAsync("mon, tue, wed");
        await client.Locator(".problems button").ClickAsync();
        Assert.Equal("  monday: closed", await document.EvaluateAsync<string>("e => e.value.slice(e.selectionStart, e.selectionEnd)"));

        await document.FillAsync(text.Replace("nearly all of them came back", "every one of them came back", StringComparison.Ordinal) + "hours:\n  mon-sun: 24h\n  exceptions:\n    - { name: Inventory, on: last fri, open: closed }\n");
        await Expect(client.Locator(".changes").First).ToContainTextAsync("card: about");
        await client.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Expect(client.GetByRole(AriaRole.Button, new() { Name = "Draft saved" })).ToBeVisibleAsync();
        await client.GetByLabel("At").FillAsync("2026-11-27T08:00");
        await client.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(client.Locator(".explanation")).ToContainTextAsync("Inventory");
        await client.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, "company-edit.png"), Animations = ScreenshotAnimations.Disabled, FullPage = true });

        // Nothing of it is in force yet.
        Assert.DoesNotContain("every one", Office.Office.Companies.Find(TestCompanies.Fox)!.Card.About!, StringComparison.Ordinal);
        await client.ReloadAsync();
        await Expect(document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("every one of them"));
        await client.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(client.GetByText("Published: the next call has it.")).ToBeVisibleAsync();

        var operatorPage = await OpenAsync("operator:olga");
        await ReadyAsync(operatorPage);
        Office.Call(name: "Ivan");
        await operatorPage.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(operatorPage.Locator(".line-state")).ToContainTextAsync("conversation");
        await Expect(operatorPage.GetByText("every one of them came back")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Client_ChangesWhatIsTheOffices_CannotPublish()
    {
        var client = await OpenAsync("client:fox-travel", "#/company/edit");
        var document = client.GetByLabel("Document");
        await Expect(document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("id: fox-travel"));
        await document.FillAsync((await document.InputValueAsync()).Replace("name: Fox Travel", "name: Owl Travel", StringComparison.Ordinal));
        await Expect(client.Locator(".problems li.bad")).ToContainTextAsync("Only the office may change this: name: Fox Travel → Owl Travel.");
        await Expect(client.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToBeDisabledAsync();
    }
}
