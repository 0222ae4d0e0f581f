using Microsoft.Playwright;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

public sealed class SupervisorTests(Browser browser) : DeskTest(browser)
{
    [Fact]
    public async Task Recording_IsPlayedByItsWaveformAndTheKeyboard()
    {
        var (page, caller) = await TalkAsync();
        await RecordAsync(r => r.CallRecording is not null);

        // So that there is something to be played: whoever presses the keys here is quicker than a person who talks.
        Office.Clock.Jump(TimeSpan.FromSeconds(5));
        await page.Keyboard.PressAsync("o");
        await RecordAsync(r => r.CallRecording?.PausedAt is not null);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record again" }).ClickAsync();
        await RecordAsync(r => r.CallRecording is { PausedAt: null, WasPaused: true });
        caller.HangUp();
        var call = await RecordAsync(r => r.IsClosed);

        var supervisor = await OpenAsync("supervisor", $"#/calls/{call.Id}");
        var place = supervisor.GetByRole(AriaRole.Slider, new() { Name = "Place in the recording" });
        await Expect(place).ToHaveAttributeAsync("aria-valuenow", "0");
        await Expect(supervisor.Locator(".player-pauses li")).ToHaveCountAsync(1);
        Assert.True(await supervisor.Locator(".player canvas").EvaluateAsync<bool>("c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v !== 0)"), "Nothing is drawn.");
        var end = await place.GetAttributeAsync("aria-valuemax");
        await place.FocusAsync();
        await supervisor.Keyboard.PressAsync("End");
        await Expect(place).ToHaveAttributeAsync("aria-valuenow", end!);
        await supervisor.Keyboard.PressAsync("Home");
        await Expect(place).ToHaveAttributeAsync("aria-valuenow", "0");
        await supervisor.Keyboard.PressAsync("Space");
        await Expect(supervisor.Locator(".player .timer")).Not.ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^0:00 /"));
        await supervisor.Locator(".player-pauses button").ClickAsync();
    }

    [Fact]
    public async Task Board_DayInCharts_IsDrawnAndSaidInATable()
    {
        var (page, caller) = await TalkAsync();
        caller.HangUp();
        await Expect(page.Locator(".state-bar .left")).ToBeVisibleAsync();
        Office.Call("+79215550102", dialled: "+78124550001");
        var board = await OpenAsync("supervisor");

        await Expect(board.GetByRole(AriaRole.Img, new() { Name = "Calls of today: 2 offered, 1 answered, 0 hung up." })).ToBeVisibleAsync();
        await Expect(board.Locator(".day-sums dd").First).ToHaveTextAsync("1");
        Assert.True(await board.Locator(".chart canvas").First.EvaluateAsync<bool>("c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v !== 0)"), "Nothing is drawn.");
        await board.GetByText("As a table").ClickAsync();
        await Expect(board.Locator(".chart-table tbody tr").First.Locator("td").First).Not.ToHaveTextAsync("0");

        await board.Locator(".day-charts").GetByLabel("Company").SelectOptionAsync(new SelectOptionValue { Label = "Fox Travel" });
        await Expect(board.GetByRole(AriaRole.Img, new() { Name = "Calls of today: 1 offered, 1 answered, 0 hung up." })).ToBeVisibleAsync();
        await board.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(board.Locator(".chart canvas")).ToHaveCountAsync(2);

        var wall = await OpenAsync("supervisor", "#/wall");
        await Expect(wall.Locator(".wall .chart canvas")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Board_CallerWaits_ShowsAlarmAndWhy()
    {
        var page = await OpenAsync("supervisor");
        await Expect(page.Locator(".alarms")).ToHaveTextAsync("All is well.");

        Office.Call(dialled: "+78124550001");

        await Expect(page.Locator(".alarms")).ToContainTextAsync("Nord Service");
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Nord Service" }).First;
        await Expect(row.Locator("td.big")).ToHaveTextAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Why?" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("rita");
    }

    [Fact]
    public async Task Audit_WhatASupervisorDid_IsListedAndFound()
    {
        var page = await OpenAsync("supervisor");
        await page.GetByLabel("State of Pavel").SelectOptionAsync(new SelectOptionValue { Label = "Ready" });
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Pavel" }).Locator(".state")).ToHaveTextAsync("Ready");
        await page.GetByLabel("Notice to all operators").FillAsync("Lunch is at one.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tell everybody" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Lunch is at one.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("gave a notice");
        await page.Locator(".filter select").SelectOptionAsync(new SelectOptionValue { Label = "set an operator's state" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("pavel");
    }

    [Fact]
    public async Task Board_StateSet_ChangesTheOperator()
    {
        var page = await OpenAsync("supervisor");

        await page.GetByLabel("State of Pavel").SelectOptionAsync(new SelectOptionValue { Label = "Ready" });

        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Pavel" }).Locator(".state")).ToHaveTextAsync("Ready");
        Assert.Equal(OperatorState.Available, Office.Office.Operators.Find(TestCompanies.Pavel)!.State);
    }

    [Fact]
    public async Task Board_HangUp_EndsTheCallAndItsTimelineSaysSo()
    {
        var page = await OpenAsync("supervisor");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        var caller = Office.Call(name: "Ivan");

        await page.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Expect(page.GetByText("No calls now.")).ToBeVisibleAsync();
        await caller.WaitAsync(c => c.IsGone, TestContext.Current.CancellationToken);

        await page.GetByRole(AriaRole.Link, new() { Name = "Calls" }).ClickAsync();
        await page.Locator("tbody a").First.ClickAsync();
        await Expect(page.Locator(".timeline")).ToContainTextAsync("dialled +7 812 454-00-01");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("Recognised: Fox Travel");
    }

    [Fact]
    public async Task Board_CallOfAnother_IsListenedToThenTakenOver()
    {
        Office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Olga), SimulatedPhone.Answers(TimeSpan.FromMilliseconds(100)));
        Office.Pbx.SetPhone(TestCompanies.Device(TestCompanies.Pavel), SimulatedPhone.Answers(TimeSpan.FromMilliseconds(100)));
        await Office.Office.Operators.SetPresenceAsync(TestCompanies.Olga, OperatorPresence.Available, cancellationToken: TestContext.Current.CancellationToken);
        var caller = Office.Call(name: "Ivan");
        var page = await OpenAsync("supervisor+listen+barge:pavel");
        var row = page.Locator(".board-tabs").GetByRole(AriaRole.Row).Filter(new() { HasText = "Ivan" });
        await Expect(row).ToContainTextAsync("Olga");

        await row.GetByRole(AriaRole.Button, new() { Name = "Listen" }).ClickAsync();
        await Expect(page.Locator(".listening")).ToContainTextAsync("You hear Olga (Fox Travel), silently");
        Assert.DoesNotContain(caller.Hears!.Parties, leg => Office.Pbx.FindParty(leg)!.Tag is { Role: LegRole.Supervisor });
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Whisper" })).ToHaveCountAsync(0);
        await row.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(page.Locator(".listening")).ToContainTextAsync("You talk with Olga");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(page.Locator(".listening")).ToHaveCountAsync(0);

        await page.GetByLabel("State of Pavel").SelectOptionAsync(new SelectOptionValue { Label = "Ready" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Take" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Pavel");
        await Expect(row).ToContainTextAsync("Conversation", new() { IgnoreCase = true });
        Assert.False(caller.IsGone);
    }

    [Fact]
    public async Task Board_OperatorGivenACompany_ServesIt()
    {
        var page = await OpenAsync("supervisor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Whom Rita serves" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Fox Travel").CheckAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Rita" })).ToContainTextAsync("Fox Travel");
        Assert.Contains(TestCompanies.Fox, Office.Office.Operators.Find(TestCompanies.Rita)!.Definition.Companies);
    }

    [Fact]
    public async Task Client_Message_IsAcknowledged()
    {
        var operatorPage = await OpenAsync("operator:olga");
        await ReadyAsync(operatorPage);
        Office.Call(name: "Ivan");
        await operatorPage.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(operatorPage.Locator(".line-state")).ToContainTextAsync("conversation");
        await operatorPage.GetByLabel("Message", new() { Exact = true }).FillAsync("Call me back.");
        await operatorPage.Keyboard.PressAsync("Alt+m");
        await Expect(operatorPage.Locator(".chip.d-Delivered")).ToBeVisibleAsync();

        var client = await OpenAsync("client:fox-travel");
        await Expect(client.Locator(".messages")).ToContainTextAsync("Call me back.");
        await client.GetByRole(AriaRole.Button, new() { Name = "I see to it" }).ClickAsync();
        await Expect(client.Locator(".messages .good")).ToContainTextAsync("fox-travel sees to it since");

        var other = await OpenAsync("client:nord-service");
        await Expect(other.GetByText("No messages yet.")).ToBeVisibleAsync();
    }
}
