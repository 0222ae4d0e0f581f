using Microsoft.Playwright;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Simulation;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>The company's card: what is asked, what is new, its layout, and the host's own panels.</summary>
public sealed class CardTests(Browser browser) : DeskTest(browser)
{
    [Fact]
    public async Task Questions_CountedWithAKey_AreInTheClientsCorner()
    {
        var (page, _) = await TalkAsync();
        await page.Keyboard.PressAsync("4");
        await Expect(page.Locator(".card-section li")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("q");
        await Expect(page.Locator(".card-section li").First.GetByRole(AriaRole.Button, new() { Name = "Asked", Pressed = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("dog");
        await page.Keyboard.PressAsync("Alt+z");
        await Expect(page.Locator(".card-section li").GetByRole(AriaRole.Button, new() { Name = "Asked, no answer", Pressed = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("parrots");
        await page.Keyboard.PressAsync("Alt+z");
        await Expect(page.Locator(".ask-missing .badge")).ToHaveTextAsync("noted");

        var client = await OpenAsync("client:fox-travel", "#/company/questions");
        await Expect(client.Locator("tbody tr")).ToHaveCountAsync(3);
        await Expect(client.Locator("tbody tr", new() { HasText = "May I bring my dog?" }).Locator("td.n").Nth(1)).ToHaveTextAsync("1");
        await Expect(client.Locator("tbody tr", new() { HasText = "parrots" })).ToContainTextAsync("not on the card");
        var other = await OpenAsync("client:nord-service", "#/company/questions");
        await Expect(other.GetByText("No questions were noted.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Card_NotReadBefore_IsMarkedUntilTheNextCall()
    {
        var (page, caller) = await TalkAsync();
        await Expect(page.Locator(".card-sections button", new() { HasText = "FAQ" })).ToBeVisibleAsync();
        await Expect(page.Locator(".card .new-dot")).ToHaveCountAsync(0);
        caller.HangUp();
        await FinishAsync(page);

        // As if the company had said only how to behave when Olga read it last.
        await page.EvaluateAsync("() => { const key = Object.keys(localStorage).find(k => k.startsWith('virtualoffice-card:olga:')); localStorage[key] = JSON.stringify(JSON.parse(localStorage[key]).slice(0, 1)); }");
        caller = await CallAgainAsync(page);
        await Expect(page.Locator(".card-sections button", new() { HasText = "FAQ" }).Locator(".new-dot")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("4");
        await Expect(page.Locator(".card-section li .badge")).ToHaveTextAsync(["changed", "changed"]);
        await Expect(page.Locator(".instructions").First).Not.ToContainTextAsync("changed");
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator(".people")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+4");
        await Expect(page.Locator(".card-section li .badge")).ToHaveCountAsync(2);
        caller.HangUp();
        await FinishAsync(page);

        await CallAgainAsync(page);
        await Expect(page.Locator(".card-sections button", new() { HasText = "FAQ" })).ToBeVisibleAsync();
        await Expect(page.Locator(".card .new-dot")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Card_LaidOutByTheCompany_AndPanelsOfTheHost_AreShown()
    {
        var (page, _) = await TalkAsync(TestCompanies.LynxNumber);
        await Expect(page.Locator(".card-sections button")).ToHaveTextAsync(["Parking 1", "Who we are 2"]);
        await Expect(page.Locator(".card-section")).ToContainTextAsync("Tell it only to patients.");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Bookings" }).ClickAsync();

        await Expect(page.Locator(".host-rows dt").First).ToHaveTextAsync("<b>Lynx Clinic</b>");
        await Expect(page.Locator(".host-rows dd").First).ToHaveTextAsync("for +79215550101, shown to Olga");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Thursday, 10:30" })).ToHaveAttributeAsync("href", "https://bookings.example.com/17");
        await Expect(page.Locator(".host-rows a")).ToHaveCountAsync(1);
    }

    private static async Task FinishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await Expect(page.Locator(".idle-panel")).ToBeVisibleAsync();
    }

    private async Task<SimulatedParty> CallAgainAsync(IPage page)
    {
        var caller = Office.Call();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        return caller;
    }
}
