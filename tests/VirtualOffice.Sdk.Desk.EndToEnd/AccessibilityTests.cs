using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>axe finds nothing against WCAG 2.2 A and AA, on every page, light and dark.</summary>
public sealed class AccessibilityTests(Browser browser) : DeskTest(browser)
{
    private static readonly List<string> Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Desk_EveryState_HasNoViolation(ColorScheme scheme)
    {
        Office.Pbx.SetPhone(PhoneNumber.Parse("+78124540101"), SimulatedPhone.NeverAnswers);
        var page = await OpenAsync("operator:olga", options: Options(scheme));
        await Expect(page.Locator(".idle-panel")).ToBeVisibleAsync();
        await CheckAsync(page, "idle");
        await ReadyAsync(page);
        Office.Call("+79215550199");
        await Expect(page.Locator(".line.ringing")).ToBeVisibleAsync();
        await CheckAsync(page, "offer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await CheckAsync(page, "conversation");
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Two rooms");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send message" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send correction" }).ClickAsync();
        await Expect(page.Locator(".taken li.corrected")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true }).ClickAsync();
        await CheckAsync(page, "correction");
        await page.GetByRole(AriaRole.Tab, new() { Name = "People" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).First.ClickAsync();
        await Expect(page.Locator(".transfer")).ToBeVisibleAsync();
        await CheckAsync(page, "transfer");
        await page.Keyboard.PressAsync("Alt+?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(page, "help");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Guided_EveryState_HasNoViolation(ColorScheme scheme)
    {
        var (page, _) = await TalkAsync(TestCompanies.LynxNumber, options: Options(scheme));
        await Expect(page.Locator(".script h2 .dim")).ToHaveTextAsync("hello");
        await page.Keyboard.PressAsync("g");
        await page.Locator("#answer-who-now").FillAsync("Anna");
        await page.Locator("#answer-who-now").PressAsync("Enter");
        await Expect(page.Locator("#answer-born-now")).ToBeVisibleAsync();
        await page.GetByLabel("Go to").SelectOptionAsync("phone");
        await page.Locator("#answer-phone-now").FillAsync("12");
        await page.Locator("#answer-phone-now").PressAsync("Enter");
        await Expect(page.Locator(".script .problem")).ToBeVisibleAsync();
        await page.GetByLabel("What it was about").SelectOptionAsync(new SelectOptionValue { Label = "Complaint" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Mute" }).ClickAsync();
        await Expect(page.Locator(".line-note")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "What is sent" }).ClickAsync();
        await Expect(page.Locator(".message-preview pre")).ToBeVisibleAsync();
        await CheckAsync(page, "script");
        await page.GetByLabel("Go to").SelectOptionAsync("kind");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "results" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "People" }).ClickAsync();
        await Expect(page.Locator(".away-note").First).ToBeVisibleAsync();
        await CheckAsync(page, "people");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Bookings" }).ClickAsync();
        await Expect(page.Locator(".host-rows")).ToBeVisibleAsync();
        await CheckAsync(page, "panel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keypad" }).ClickAsync();
        await Expect(page.Locator(".keypad")).ToBeVisibleAsync();
        await CheckAsync(page, "keypad");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task BoardAndCorner_EveryPage_HasNoViolation(ColorScheme scheme)
    {
        Office.Call(name: "Ivan");
        var supervisor = await OpenAsync("supervisor", options: Options(scheme));
        await Expect(supervisor.Locator(".alarms.some")).ToBeVisibleAsync();
        await CheckAsync(supervisor, "board");
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Details" }).ClickAsync();
        await Expect(supervisor.Locator(".timeline li").First).ToBeVisibleAsync();
        await CheckAsync(supervisor, "call");
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Expect(supervisor.GetByText("Nothing of this kind is written down.")).ToBeVisibleAsync();
        await CheckAsync(supervisor, "audit");
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Wall" }).ClickAsync();
        await Expect(supervisor.Locator(".wall")).ToBeVisibleAsync();
        await CheckAsync(supervisor, "wall");
        var client = await OpenAsync("client:fox-travel", options: Options(scheme));
        foreach (var section in (string[])["Calls", "Questions", "Card", "Messages"])
        {
            await client.GetByRole(AriaRole.Link, new() { Name = section, Exact = true }).ClickAsync();
            await Expect(client.Locator(".page")).ToBeVisibleAsync();
            await CheckAsync(client, section);
        }
    }

    [Fact]
    public async Task Desk_AtTwiceTheSize_ScrollsInOneDirectionOnly()
    {
        // 1366 × 768 at 200 %.
        var page = await OpenAsync("operator:olga", options: new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 683, Height = 384 }, DeviceScaleFactor = 2, Locale = "en-GB" });
        await ReadyAsync(page);
        Office.Call("+79215550199");
        await Expect(page.Locator(".line.ringing")).ToBeVisibleAsync();

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Accept" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Guided_AtTwiceTheSize_ScrollsInOneDirectionOnly()
    {
        var (page, _) = await TalkAsync(
            TestCompanies.LynxNumber, options: new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 683, Height = 384 }, DeviceScaleFactor = 2, Locale = "en-GB" });
        await page.GetByLabel("Go to").SelectOptionAsync("kind");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "results" })).ToBeVisibleAsync();
        foreach (var tab in (string[])["People", "Bookings", "Company"])
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), tab);
        }
    }

    private static BrowserNewContextOptions Options(ColorScheme scheme) =>
        new() { ViewportSize = new ViewportSize { Width = 1366, Height = 768 }, ColorScheme = scheme, Locale = "en-GB" };

    private static async Task CheckAsync(IPage page, string state)
    {
        var result = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions { RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "tag", Values = Rules } });
        Assert.True(result.Violations.Length == 0, $"{state}: " + string.Join("; ", result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} {n.Html} {n.Any.FirstOrDefault()?.Message}"))));
    }
}
