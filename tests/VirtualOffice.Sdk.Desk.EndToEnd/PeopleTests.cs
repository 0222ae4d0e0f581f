using Microsoft.Playwright;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>Who is there, who stands in, groups, whoever is on call, and numbers by hand.</summary>
public sealed class PeopleTests(Browser browser) : DeskTest(browser)
{
    [Fact]
    public async Task Employee_Away_IsToldWithReasonAndWhoStandsInIsConnected()
    {
        var (page, caller) = await TalkAsync(TestCompanies.LynxNumber);
        await page.Keyboard.PressAsync("p");
        var egor = page.Locator(".person", new() { HasText = "Egor Titov" });
        await Expect(egor.Locator(".away-note")).ToHaveTextAsync("on a business trip, congress in Kazan · Dina Lvova stands in");

        await Office.Office.Employees.SetAbsenceAsync(TestCompanies.Lynx, new Absence(EmployeeId.Parse("faina"), AbsenceReason.Ill), cancellationToken: TestContext.Current.CancellationToken);
        await Expect(page.Locator(".person", new() { HasText = "Faina Gulina" }).Locator(".away-note")).ToHaveTextAsync("ill");
        await egor.GetByRole(AriaRole.Button, new() { Name = "Connect Dina Lvova" }).ClickAsync();

        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Parties, TestContext.Current.CancellationToken);
        var record = await RecordAsync(r => r.Transfers is [{ Result: Calls.TransferResult.Transferred }]);
        Assert.Equal(TestCompanies.Dina, record.Transfers[0].Taken!.Employee);
    }

    [Fact]
    public async Task Group_AllAtOnce_ShowsEveryAttemptAndTakesTheCallerBack()
    {
        Office.Pbx.SetPhone(PhoneNumber.Parse("+78124560101"), SimulatedPhone.NeverAnswers);
        Office.Pbx.SetPhone(PhoneNumber.Parse("+78124560103"), SimulatedPhone.Busy);
        var (page, caller) = await TalkAsync(TestCompanies.LynxNumber);
        await page.Keyboard.PressAsync("p");

        await page.Locator(".group", new() { HasText = "Ward" }).GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();

        await Expect(page.Locator(".transfer h2")).ToHaveTextAsync("Connecting to Ward");
        await Expect(page.Locator(".attempts li", new() { HasText = "Dina Lvova" })).ToContainTextAsync("rings");
        await Expect(page.Locator(".attempts li", new() { HasText = "Faina Gulina" })).ToContainTextAsync("busy");
        await page.Keyboard.PressAsync("Alt+t");
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Parties, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task OnCall_AskedFirst_ConsultsSwapsAndConnects()
    {
        var (page, caller) = await TalkAsync(TestCompanies.LynxNumber);
        await page.Keyboard.PressAsync("p");
        var night = page.Locator(".group", new() { HasText = "Doctor on call" });
        await Expect(night).ToContainTextAsync("Faina Gulina");
        await night.GetByRole(AriaRole.Button, new() { Name = "Ask first" }).ClickAsync();

        await Expect(page.Locator(".transfer")).ToContainTextAsync("You talk to Faina Gulina");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Music, TestContext.Current.CancellationToken);
        await page.Keyboard.PressAsync("Alt+s");
        await Expect(page.Locator(".transfer")).ToContainTextAsync("You talk to the caller");
        await page.Keyboard.PressAsync("Alt+e");
        await Expect(page.Locator(".transfer")).ToContainTextAsync("All three talk.");
        await page.Keyboard.PressAsync("Alt+c");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Parties, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Number_ByHand_IsDialledOnlyWithinThePolicy()
    {
        var (page, _) = await TalkAsync(TestCompanies.LynxNumber);
        await page.Keyboard.PressAsync("p");
        var number = page.GetByLabel("Dial by hand");
        await number.FillAsync("12");
        await number.PressAsync("Enter");
        await Expect(page.Locator(".dial .problem")).ToContainTextAsync("international form");
        await number.FillAsync("+7 921 777-01-01");
        await number.PressAsync("Enter");
        await Expect(page.Locator(".dial .problem")).ToHaveTextAsync("This company does not allow +7 921 777-01-01 to be dialled.");

        await number.FillAsync("+7 812 777-01-01");
        await number.PressAsync("Enter");

        // Nobody knows who answers there: the operator speaks first.
        await Expect(page.Locator(".transfer")).ToContainTextAsync("the caller hears music");
        await page.Keyboard.PressAsync("Alt+c");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");
        var record = await RecordAsync(r => r.Transfers is [{ Result: Calls.TransferResult.Transferred }]);
        Assert.Equal("number:+78127770101", record.Transfers[0].Target!.ToString());
    }

    // The browser tells of every answer that is no success.
    protected override bool IsExpected(string error) => error.Contains("403", StringComparison.Ordinal);
}
