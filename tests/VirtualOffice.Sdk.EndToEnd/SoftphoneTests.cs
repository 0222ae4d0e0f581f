using Microsoft.Playwright;
using VirtualOffice.Sdk.EndToEnd.Browsers;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The operator's phone is the browser: a real Chromium with a microphone that sounds a tone, WebRTC, and the real Asterisk.</summary>
public sealed class SoftphoneTests(AsteriskServer pbx) : OfficeTest(pbx), IAsyncDisposable
{
    private Chromium? _browser;

    [Fact]
    public async Task Call_AcceptedInTheBrowser_BothHearEachOtherAndHangUp()
    {
        var (office, page) = await OpenDeskAsync();
        var (caller, call) = await TalkAsync(office, page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await caller.EndsAsync();

        Assert.Equal("Completed", (await office.Api.EndsAsync(call)).Outcome);
        await PhoneIsAsync(page, "Phone ready");
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Echo_InTheBrowser_IsHeard()
    {
        var (_, page) = await OpenDeskAsync();
        await page.Locator(".phone").ClickAsync();
        var dialog = page.Locator("dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hear myself" }).ClickAsync();
        await _browser!.HearsAsync(page, Chromium.Voice);
        await Assertions.Expect(dialog.Locator("meter")).Not.ToHaveAttributeAsync("value", "0");

        if (Environment.GetEnvironmentVariable("VO_DESK_PICTURES") is { } pictures)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures, "phone.png"), Animations = ScreenshotAnimations.Disabled });
        }

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await PhoneIsAsync(page, "Phone ready");
    }

    [Fact]
    public async Task Page_IsReloadedInACall_CallerStaysAndTheOperatorHasThemAgain()
    {
        var (office, page) = await OpenDeskAsync();
        var (caller, call) = await TalkAsync(office, page);

        await page.ReloadAsync();
        await caller.HearsSomethingElseAsync();
        await AcceptAsync(page);

        await caller.HearsAsync(Chromium.Voice);
        await _browser!.HearsAsync(page, Audio.Speaker.Voice);
        Assert.Equal("Conversation", (await office.Api.CallAsync(call)).Stage);
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Browser_IsKilledInACall_CallerGoesOnToAnotherOperator()
    {
        var (office, page) = await OpenDeskAsync();
        var (caller, call) = await TalkAsync(office, page);
        await office.PhoneAsync(2, Sip.Behaviour.Answers);
        await office.Api.SetStateAsync("boris", "Available");

        await _browser!.KillAsync();
        await office.Api.SeesAsync(call, "is with Boris", seen => seen is { Stage: "Conversation", Operator: "boris" });

        await caller.HearsItselfAsync();
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Tab_OpenedTwice_HasThePhoneAndTheFirstIsTold()
    {
        var (office, first) = await OpenDeskAsync();

        var second = await _browser!.OpenTabAsync(office.Host.Url);
        await Assertions.Expect(first.GetByText("This desk is open somewhere else")).ToBeVisibleAsync();
        await Assertions.Expect(first.Locator(".phone")).ToHaveCountAsync(0);
        await PhoneIsAsync(second, "Phone ready");

        var (caller, call) = await TalkAsync(office, second);
        await caller.HangUpAsync();
        Assert.Equal("Completed", (await office.Api.EndsAsync(call)).Outcome);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        await DisposeAsync();
    }

    /// <summary>Olga's desk, with her phone connected and Olga ready.</summary>
    private async Task<(Office Office, IPage Page)> OpenDeskAsync()
    {
        Assert.SkipUnless(Chromium.IsThere, "Needs /usr/bin/chromium: eng/install-test-tools.sh installs it.");
        var office = await OpenAsync(new OfficeSettings { OlgasDevice = "web-op1" }.With("--environment", "Development", "--Softphone:Server", Server.WebSocket.ToString()));
        _browser = await Chromium.StartAsync();
        var page = await _browser.OpenDeskAsync(office.Host.Url, "Olga");
        await PhoneIsAsync(page, "Phone ready");
        await page.Locator(".state-bar").GetByRole(AriaRole.Button, new() { Name = "Ready" }).ClickAsync();
        await office.Api.OperatorIsAsync("olga", "Available");
        return (office, page);
    }

    private async Task<(Sip.SippCaller Caller, string Call)> TalkAsync(Office office, IPage page)
    {
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await AcceptAsync(page);
        await office.Api.IsInAsync(call.Id, "Conversation");
        await caller.HearsAsync(Chromium.Voice);
        await _browser!.HearsAsync(page, Audio.Speaker.Voice);
        return (caller, call.Id);
    }

    private static async Task AcceptAsync(IPage page) => await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

    private static async Task PhoneIsAsync(IPage page, string state) => await Assertions.Expect(page.Locator(".phone")).ToHaveTextAsync(state);
}
