using Microsoft.Playwright;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Operators;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>The work after the call: how long it may last, and the message that is still to be written.</summary>
public sealed class WrapUpTests(Browser browser) : DeskTest(browser)
{
    private static ILocator Left(IPage page) => page.Locator(".state-bar .left");

    [Fact]
    public async Task WrapUp_CountsDownToTheServersDeadline_AndIsExtendedAndFinishedByKeys()
    {
        var (page, caller) = await TalkAsync();
        caller.HangUp();

        await Expect(Left(page)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(5:00|4:\\d\\d) left$"));
        var ends = Office.Office.Operators.Find(TestCompanies.Olga)!.WrapUpEnds!.Value;
        await page.Keyboard.PressAsync("Alt+e");
        await Expect(Left(page)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(6:00|5:[1-5]\\d) left$"));
        var extended = Office.Office.Operators.Find(TestCompanies.Olga)!.WrapUpEnds!.Value - ends;
        Assert.InRange(extended, TimeSpan.FromSeconds(55), TimeSpan.FromSeconds(65));

        await page.GetByRole(AriaRole.Button, new() { Name = "No limit" }).ClickAsync();
        await Expect(Left(page)).ToHaveTextAsync("no limit");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "+ 1 min" })).ToHaveCountAsync(0);
        Assert.Null(Office.Office.Operators.Find(TestCompanies.Olga)!.WrapUpEnds);

        await page.Keyboard.PressAsync("Alt+f");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
        await Expect(Left(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task WrapUp_DeadlineOnTheServer_EndsItOnThePage()
    {
        var (page, caller) = await TalkAsync();
        caller.HangUp();
        await Expect(Left(page)).ToBeVisibleAsync();

        await Office.Office.Operators.ExtendWrapUpAsync(TestCompanies.Olga, TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        await Expect(Left(page)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("soon"));
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
    }

    [Fact]
    public async Task Message_CallerGone_IsWrittenFromTheDraftAndSentOnce()
    {
        var (page, caller) = await TalkAsync();
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Two rooms, and");
        await Expect(page.Locator(".saving.saved")).ToBeVisibleAsync();
        caller.HangUp();
        await Expect(page.Locator(".after-hint")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Message", new() { Exact = true })).ToHaveValueAsync("Two rooms, and");
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Two rooms, and the dogs");
        await page.Keyboard.PressAsync("Alt+v");
        await Expect(page.Locator(".message-preview pre")).ToContainTextAsync("the dogs");
        await page.Keyboard.PressAsync("Alt+m");
        await page.Keyboard.PressAsync("Alt+m");

        await Expect(page.Locator(".chip.d-Delivered")).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("Message", new() { Exact = true })).ToHaveValueAsync("");
        var record = await RecordAsync(r => r.Messages.Count > 0);
        Assert.Equal((CallOutcomeKind.Completed, 1), (record.Outcome!.Kind, record.Messages.Count));
        Assert.Contains(record.Messages[0].Fields, f => f.Value == "Two rooms, and the dogs");
    }

    [Fact]
    public async Task Message_AnswerLostOnTheWay_PressedAgain_IsSentOnce()
    {
        var (page, caller) = await TalkAsync();
        caller.HangUp();
        await Expect(page.Locator(".after-hint")).ToBeVisibleAsync();
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Please call back");

        // The office takes it, and nobody hears of it.
        await page.RouteAsync("**/message", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await page.Keyboard.PressAsync("Alt+m");
        await Expect(page.Locator(".toast")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.Keyboard.PressAsync("Alt+m");

        await Expect(page.GetByLabel("Message", new() { Exact = true })).ToHaveValueAsync("");
        Assert.Single((await RecordAsync(r => r.Outcome is not null)).Messages);
    }

    [Fact]
    public async Task Message_BeingTypedWhenTheTimeIsOver_StaysAndIsSentBesideTheNextCall()
    {
        var (page, caller) = await TalkAsync();
        var (message, hint, state) = (page.GetByLabel("Message", new() { Exact = true }), page.Locator(".after-hint"), page.Locator(".state-bar .state"));
        await message.FillAsync("Two rooms, and");
        caller.HangUp();
        await Expect(Left(page)).ToBeVisibleAsync();

        await Office.Office.Operators.ExtendWrapUpAsync(TestCompanies.Olga, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await Expect(state).ToHaveTextAsync("Ready");
        await Expect(hint).ToContainTextAsync("The message is not sent yet.");
        await Expect(message).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(" the dogs");
        var place = await message.BoundingBoxAsync();

        // The next call comes over it, and nothing moves; what is typed goes on.
        var next = Office.Call(caller: "+79215550102", name: "Elena");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Accept" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync(" too");
        await Expect(message).ToHaveValueAsync("Two rooms, and the dogs too");
        Assert.Equal((place!.X, place.Y), (await message.BoundingBoxAsync()) is { } box ? (box.X, box.Y) : default);

        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await Expect(message).ToHaveValueAsync("");
        var unsent = page.GetByRole(AriaRole.Region, new() { Name = "Not sent yet" });
        await Expect(unsent).ToContainTextAsync("Ivan");
        await unsent.GetByRole(AriaRole.Button, new() { Name = "Send or discard" }).ClickAsync();
        await Expect(unsent.GetByLabel("Message", new() { Exact = true })).ToHaveValueAsync("Two rooms, and the dogs too");
        await unsent.GetByRole(AriaRole.Button, new() { Name = "Send message" }).ClickAsync();

        await Expect(unsent).ToHaveCountAsync(0);
        var record = await RecordAsync(r => r.Messages.Count == 1);
        Assert.Contains(record.Messages[0].Fields, f => f.Value == "Two rooms, and the dogs too");
        Assert.True(record.IsClosed);
        next.HangUp();
    }

    [Fact]
    public async Task Message_BeingTypedWhenTheTimeIsOver_IsThereAfterAReloadAndCanBeDiscarded()
    {
        var (page, caller) = await TalkAsync();
        var message = page.GetByLabel("Message", new() { Exact = true });
        await message.FillAsync("Two rooms");
        await RecordAsync(r => r.Draft.GetValueOrDefault("text") == "Two rooms");
        caller.HangUp();
        await Expect(Left(page)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+f");
        await Expect(page.Locator(".after-hint")).ToContainTextAsync("not sent yet");

        await page.ReloadAsync();
        await Expect(message).ToHaveValueAsync("Two rooms");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();

        await Expect(page.Locator(".quiet-hint")).ToBeVisibleAsync();
        var record = await RecordAsync(r => r.IsClosed && !r.Draft.ContainsKey("text"));
        Assert.Empty(record.Messages);
        await page.ReloadAsync();
        await Expect(page.Locator(".quiet-hint")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Message_LeftUnwritten_IsSentByTheSupervisor()
    {
        var (page, caller) = await TalkAsync();
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Two rooms in August");
        await Expect(page.Locator(".saving.saved")).ToBeVisibleAsync();
        caller.HangUp();
        await Expect(Left(page)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+f");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
        var call = await RecordAsync(r => r.IsClosed);

        var supervisor = await OpenAsync("supervisor", $"#/calls/{call.Id}");
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Send what the operator left unwritten" }).ClickAsync();
        await Expect(supervisor.GetByLabel("Message", new() { Exact = true })).ToHaveValueAsync("Two rooms in August");
        await supervisor.GetByLabel("For").SelectOptionAsync(new SelectOptionValue { Label = "Vera Fox, director" });
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Send message" }).ClickAsync();

        await Expect(supervisor.Locator(".taken dd").Last).ToHaveTextAsync("Two rooms in August");
        var record = await RecordAsync(r => r.Messages.Count == 1);
        Assert.Equal("vera", record.Messages[0].Employee!.Value.Value);
    }

    // The browser tells of requests that a test cuts off.
    protected override bool IsExpected(string error) => error.Contains("ERR_FAILED", StringComparison.Ordinal);
}
