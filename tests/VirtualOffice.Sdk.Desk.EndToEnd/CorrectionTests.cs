using Microsoft.Playwright;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Simulation;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>A message that was written down wrong is set right, at the desk and by the supervisor.</summary>
public sealed class CorrectionTests(Browser browser) : DeskTest(browser)
{
    [Fact]
    public async Task Message_WrittenDownWrong_IsCorrectedAtTheDesk()
    {
        var (page, _) = await SendAsync("Two rooms in August");

        await CorrectAsync(page, "Message", "Three rooms in August", "the office");

        await Expect(page.Locator(".taken li.corrected")).ToHaveCountAsync(1);
        await Expect(page.Locator(".taken li.corrected .chip").First).ToHaveTextAsync("corrected since");
        await Expect(page.Locator(".taken dd").Last).ToHaveTextAsync("Three rooms in August");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true })).ToHaveCountAsync(1);
        var messages = (await RecordAsync(r => r.Messages.Count == 2)).Messages;
        Assert.Equal((messages[0].Id, null), (messages[1].Corrects, messages[1].Employee));

        var client = await OpenAsync("client:fox-travel", "#/company/messages");
        await Expect(client.Locator(".messages > li").First.GetByText("corrected since")).ToBeVisibleAsync();
        await Expect(client.GetByRole(AriaRole.Button, new() { Name = "I see to it" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Message_WrittenDownWrong_IsCorrectedByTheSupervisorLater()
    {
        var (page, caller) = await SendAsync("Two rooms in August");
        caller.HangUp();
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");
        var call = await RecordAsync(r => r.IsClosed);

        var supervisor = await OpenAsync("supervisor", $"#/calls/{call.Id}");
        await CorrectAsync(supervisor, "Message", "Three rooms in August", "Vera Fox, director");

        await Expect(supervisor.Locator(".taken.corrected dd").Last).ToHaveTextAsync("Two rooms in August");
        await Expect(supervisor.Locator(".taken dd").Last).ToHaveTextAsync("Three rooms in August");
        await supervisor.GetByText("What became of it").First.ClickAsync();
        await Expect(supervisor.Locator(".message-log li").Last).ToContainTextAsync("corrected");
        await Expect(supervisor.Locator(".timeline")).ToContainTextAsync("Corrected message for Vera Fox, director");
    }

    private async Task<(IPage Page, SimulatedParty Caller)> SendAsync(string text)
    {
        var (page, caller) = await TalkAsync();
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync(text);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "For" }).SelectOptionAsync(new SelectOptionValue { Label = "Vera Fox, director" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send message" }).ClickAsync();
        await Expect(page.Locator(".taken")).ToContainTextAsync(text);
        return (page, caller);
    }

    private static async Task CorrectAsync(IPage page, string field, string text, string recipient)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Correct the message" });
        await form.GetByLabel(field).FillAsync(text);
        await form.GetByLabel("For").SelectOptionAsync(new SelectOptionValue { Label = recipient });
        await form.GetByRole(AriaRole.Button, new() { Name = "Send correction" }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
    }
}
