using Microsoft.Playwright;
using VirtualOffice.Sdk.Simulation;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

public sealed class ResilienceTests(Browser browser) : DeskTest(browser)
{
    [Fact]
    public async Task Tab_OpenedTwice_FencesTheFirst()
    {
        var first = await OpenAsync("operator:olga");
        await ReadyAsync(first);

        var second = await OpenAsync(first.Context);

        await Expect(second.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
        await Expect(first.GetByRole(AriaRole.Dialog)).ToContainTextAsync("This desk is open somewhere else");
        await first.GetByRole(AriaRole.Button, new() { Name = "Work here" }).ClickAsync();
        await Expect(first.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(second.GetByRole(AriaRole.Dialog)).ToContainTextAsync("This desk is open somewhere else");
    }

    [Fact]
    public async Task Network_Away_IsShownAndNothingTypedIsLost()
    {
        var page = await OpenAsync("operator:olga");
        await ReadyAsync(page);
        var caller = Office.Call();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Parties, TestContext.Current.CancellationToken);

        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Typed while the network was away");
        await Expect(page.Locator(".saving.local")).ToBeVisibleAsync();
        await Expect(page.Locator(".offline")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(SoundKind.Parties, caller.Hears?.Kind);

        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator(".saving.saved")).ToBeVisibleAsync();
        await Expect(page.Locator(".offline")).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Message", new() { Exact = true })).ToHaveValueAsync("Typed while the network was away");
    }

    protected override bool IsExpected(string error) => error.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal) || error.Contains("WebSocket", StringComparison.Ordinal);
}
