using Microsoft.Playwright;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>Takes the pictures of the guide: into the folder that VO_DESK_PICTURES names, otherwise beside the test.</summary>
public sealed class Pictures(Browser browser) : DeskTest(browser)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("VO_DESK_PICTURES") ?? Path.Combine(AppContext.BaseDirectory, "pictures");

    [Fact]
    public async Task Operator_TakesACall_IsPictured()
    {
        Office.Pbx.SetPhone(PhoneNumber.Parse("+78124540101"), SimulatedPhone.Busy);
        Office.Pbx.SetPhone(PhoneNumber.Parse("+79214540102"), SimulatedPhone.NeverAnswers);
        var page = await OpenAsync("operator:olga");
        await Expect(page.Locator(".idle-panel")).ToBeVisibleAsync();
        await TakeAsync(page, "idle");
        await ReadyAsync(page);

        var earlier = Office.Call("+79215550199");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        earlier.HangUp();
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");

        Office.Call("+79215550199");
        await Expect(page.Locator(".line.ringing")).ToBeVisibleAsync();
        await Expect(page.Locator(".history li")).ToHaveCountAsync(1);
        await TakeAsync(page, "offer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await page.GetByLabel("About", new() { Exact = true }).FillAsync("The tour to Karelia in August");
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Wants two rooms instead of one, and asks whether the dogs may come along. Please call back today, after four.");
        await Expect(page.Locator(".saving.saved")).ToBeVisibleAsync();
        await TakeAsync(page, "conversation");

        await page.GetByRole(AriaRole.Tab, new() { Name = "People" }).ClickAsync();
        await page.Locator(".person", new() { HasText = "Anna" }).GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();
        await Expect(page.Locator(".attempts li").Nth(1)).ToContainTextAsync("rings");
        await TakeAsync(page, "transfer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await page.Keyboard.PressAsync("Alt+m");
        await Expect(page.Locator(".chip.d-Delivered")).ToBeVisibleAsync();
        await TakeAsync(page, "message");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await TakeAsync(page, "message-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.EvaluateAsync("localStorage.setItem('virtualoffice-desk', JSON.stringify({ language: 'ru' }))");
        await page.ReloadAsync();
        await Expect(page.Locator(".notes h2")).ToContainTextAsync("Что говорит");
        await TakeAsync(page, "russian");

        await page.EvaluateAsync("localStorage.setItem('virtualoffice-desk', JSON.stringify({ language: 'en' }))");
        await page.ReloadAsync();
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("And she would like the brochure by post.");
        await Expect(page.Locator(".saving.saved")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+h");
        await Expect(page.Locator(".state-bar .left")).ToBeVisibleAsync();
        await Expect(page.Locator(".line .outcome")).ToBeVisibleAsync();
        await TakeAsync(page, "wrap-up");
        await Office.Office.Operators.SetPresenceAsync(TestCompanies.Olga, Operators.OperatorPresence.Break, cancellationToken: TestContext.Current.CancellationToken);
        await page.Keyboard.PressAsync("Alt+f");
        await Expect(page.Locator(".state-bar .s-Break")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        await GuidedAsync();
        var supervisor = await OpenAsync("supervisor");
        Office.Call("+79215550102", "Petr", "+78124550001");
        await Expect(supervisor.Locator("td.n.big", new() { HasText = "1" })).ToBeVisibleAsync();
        await Expect(supervisor.Locator(".day-sums dd").First).ToHaveTextAsync("1");
        await supervisor.SetViewportSizeAsync(1366, 1060);
        await TakeAsync(supervisor, "board");
        await supervisor.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await TakeAsync(supervisor, "board-dark");
        await supervisor.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await supervisor.SetViewportSizeAsync(1366, 768);
        await TakeRecordingAsync(supervisor);
        var client = await OpenAsync("client:fox-travel");
        await Expect(client.Locator(".messages > li")).ToHaveCountAsync(1);
        await TakeAsync(client, "company");
    }

    /// <summary>The guided call's recording.</summary>
    private async Task TakeRecordingAsync(IPage supervisor)
    {
        var call = await RecordAsync(r => r is { IsClosed: true, CallRecording.WasPaused: true });
        await supervisor.GotoAsync(new Uri(Office.Url, $"/desk/#/calls/{call.Id}").ToString());
        var place = supervisor.GetByRole(AriaRole.Slider);
        await place.FocusAsync();
        await supervisor.Keyboard.PressAsync("ArrowRight");
        await Expect(place).Not.ToHaveAttributeAsync("aria-valuenow", "0");
        await TakeAsync(supervisor, "recording");
    }

    private async Task GuidedAsync()
    {
        var (page, _) = await TalkAsync(TestCompanies.LynxNumber, "Anna");
        await Expect(page.Locator(".script h2 .dim")).ToHaveTextAsync("hello");
        await page.Keyboard.PressAsync("g");
        await page.Locator("#answer-who-now").FillAsync("Anna Sokolova");
        await page.Locator("#answer-who-now").PressAsync("Enter");
        await page.Locator("#answer-born-now").FillAsync("1980-05-01");
        await page.Locator("#answer-born-now").PressAsync("Enter");
        await page.Locator("#answer-phone-now").FillAsync("+7 921 555-01-42");
        await page.Locator("#answer-phone-now").PressAsync("Enter");
        await Expect(page.Locator("#answer-phone-now")).ToHaveCountAsync(0);
        await page.GetByLabel("Go to").SelectOptionAsync("kind");
        await page.GetByRole(AriaRole.Radio, new() { Name = "results" }).CheckAsync();
        await Expect(page.Locator(".saving.saved")).ToBeVisibleAsync();
        await TakeAsync(page, "script");
        await page.GetByRole(AriaRole.Tab, new() { Name = "People" }).ClickAsync();
        await page.GetByLabel("Dial by hand").FillAsync("+7 921 777-01-01");
        await page.GetByLabel("Dial by hand").PressAsync("Enter");
        await Expect(page.Locator(".dial .problem")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "What is sent" }).ClickAsync();
        await Expect(page.Locator(".message-preview pre")).ToBeVisibleAsync();
        await page.Locator(".message-preview").ScrollIntoViewIfNeededAsync();
        await page.Locator(".dial .problem").ScrollIntoViewIfNeededAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await TakeAsync(page, "people-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.Keyboard.PressAsync("Alt+o");
        await RecordAsync(r => r is { IsClosed: false, CallRecording.PausedAt: not null });
        await page.Keyboard.PressAsync("Alt+o");
        await RecordAsync(r => r is { IsClosed: false, CallRecording: { PausedAt: null, WasPaused: true } });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).First.ClickAsync();
        await Expect(page.Locator(".line .outcome")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    // The browser tells of every answer that is no success.
    protected override bool IsExpected(string error) => error.Contains("403", StringComparison.Ordinal);

    private static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
