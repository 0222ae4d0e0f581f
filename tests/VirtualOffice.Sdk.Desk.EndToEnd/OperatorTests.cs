using Microsoft.Playwright;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

public sealed class OperatorTests(Browser browser) : DeskTest(browser)
{
    [Fact]
    public async Task Call_Accepted_ShowsGreetingAndTalks()
    {
        var page = await OpenAsync("operator:olga");
        await ReadyAsync(page);

        var caller = Office.Call(name: "Ivan");

        await Expect(page.Locator(".company-name")).ToHaveTextAsync("Fox Travel");
        await Expect(page.Locator(".greeting")).ToContainTextAsync("This is Olga");
        await Expect(page.Locator(".caller-name")).ToHaveTextAsync("Ivan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("On a call");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Parties, TestContext.Current.CancellationToken);

        await page.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Expect(page.Locator(".line .outcome")).ToHaveTextAsync("Answered");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");
        await caller.WaitAsync(c => c.IsGone, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Call_FirstNumberBusy_ReachesTheSecond()
    {
        Office.Pbx.SetPhone(PhoneNumber.Parse("+78124540101"), SimulatedPhone.Busy);
        var mobile = PhoneNumber.Parse("+79214540102");
        Office.Pbx.SetPhone(mobile, SimulatedPhone.NeverAnswers);
        var page = await OpenAsync("operator:olga");
        await ReadyAsync(page);
        var caller = Office.Call();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "People" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("anna");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();

        await Expect(page.Locator(".attempts li").First).ToContainTextAsync("busy");
        await Expect(page.Locator(".attempts li").Nth(1)).ToContainTextAsync("rings");
        Office.Pbx.Parties.Single(p => p.Target is NumberTarget to && to.Number == mobile).Answer();
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Parties, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Message_AddressRefused_IsOnTheWorkListAndRetried()
    {
        Office.Mail.Refuse("vera@fox-travel.example");
        var page = await OpenAsync("operator:olga");
        await ReadyAsync(page);
        Office.Call(name: "Ivan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");

        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Please call back about the tour.");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "For" }).SelectOptionAsync(new SelectOptionValue { Label = "Vera Fox, director" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send message" }).ClickAsync();

        await Expect(page.Locator(".taken")).ToContainTextAsync("Saved at");
        await Expect(page.Locator(".chip.d-Failed")).ToContainTextAsync("not delivered");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Work" }).ClickAsync();
        await Expect(page.Locator(".work")).ToContainTextAsync("550 no such mailbox");

        Office.Mail.Accept("vera@fox-travel.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.Locator(".chip.d-Delivered")).ToContainTextAsync("delivered");
        await Expect(page.GetByText("Nothing to do.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Offer_Declined_GoesToAnotherOperator()
    {
        var olga = await OpenAsync("operator:olga");
        await ReadyAsync(olga);
        Office.Call();
        await Expect(olga.Locator(".line.ringing")).ToBeVisibleAsync();
        var pavel = await OpenAsync("operator:pavel");
        await ReadyAsync(pavel);

        await olga.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();

        await Expect(pavel.Locator(".company-name")).ToHaveTextAsync("Fox Travel");
        await Expect(olga.Locator(".idle-panel")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Draft_PageReloaded_IsStillThere()
    {
        var page = await OpenAsync("operator:olga");
        await ReadyAsync(page);
        Office.Call();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("A half-written");
        await Expect(page.Locator(".saving.saved")).ToBeVisibleAsync();

        await page.ReloadAsync();

        await Expect(page.GetByLabel("Message", new() { Exact = true })).ToHaveValueAsync("A half-written");
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
    }

    [Fact]
    public async Task Card_Searched_ShowsWhatFits()
    {
        var page = await OpenAsync("operator:olga");
        await ReadyAsync(page);
        Office.Call();
        await Expect(page.Locator(".instructions").First).ToContainTextAsync("Never promise a price");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator(".card-section")).ToContainTextAsync("Package tours");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("visa");

        await Expect(page.Locator(".card-section li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".card-section")).ToContainTextAsync("Ten working days");
    }

    [Fact]
    public async Task Keyboard_Only_TakesACallAndSendsAMessage()
    {
        var page = await OpenAsync("operator:olga");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Off duty");
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
        Office.Call(name: "Ivan");
        await Expect(page.Locator(".line.ringing")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Hello");
        await page.Keyboard.PressAsync("Alt+m");

        await Expect(page.Locator(".chip.d-Delivered")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+h");
        await Expect(page.Locator(".line .outcome")).ToBeVisibleAsync();
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");
        await page.Keyboard.PressAsync("Alt+f");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
    }
}
