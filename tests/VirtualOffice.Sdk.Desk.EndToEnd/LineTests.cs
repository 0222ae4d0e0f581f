using Microsoft.Playwright;
using VirtualOffice.Sdk.Simulation;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>Hold, mute, keys, recording, what the call was about, and the work after it.</summary>
public sealed class LineTests(Browser browser) : DeskTest(browser)
{
    [Fact]
    public async Task Line_HeldMutedAndKeyed_IsSoForTheCaller()
    {
        var (page, caller) = await TalkAsync();
        await page.Keyboard.PressAsync("l");
        await Expect(page.Locator(".line-note")).ToContainTextAsync("The caller waits with music.");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Music, TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take off hold" }).ClickAsync();
        await Expect(page.Locator(".line-note")).ToBeHiddenAsync();
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Parties, TestContext.Current.CancellationToken);

        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".line-note")).ToContainTextAsync("does not hear you");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".line-note")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("k");
        await page.Keyboard.TypeAsync("12#");
        await Expect(page.Locator(".keys-sent")).ToContainTextAsync("3 sent");
        Assert.Equal("12#", caller.SentDigits);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Recording_Paused_IsSaidAndGoesOn()
    {
        var (page, _) = await TalkAsync();

        await page.Keyboard.PressAsync("o");

        await Expect(page.Locator(".line-note")).ToContainTextAsync("Recording paused");
        await RecordAsync(r => r.CallRecording?.PausedAt is not null);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record again" }).ClickAsync();
        await RecordAsync(r => r.CallRecording is { PausedAt: null, WasPaused: true });
        await Expect(page.Locator(".line-note")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task AfterTheCall_WhatItWasAboutIsKept_AndTheWorkLastsAndEnds()
    {
        var (page, caller) = await TalkAsync();
        await page.GetByLabel("What it was about").SelectOptionAsync(new SelectOptionValue { Label = "Complaint" });
        await RecordAsync(r => r.Disposition?.Code == "complaint");
        caller.HangUp();
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");

        await page.GetByLabel("Note").FillAsync("about the dogs");
        await page.GetByLabel("Note").PressAsync("Tab");
        var record = await RecordAsync(r => r.Disposition?.Note == "about the dogs");
        Assert.NotNull(record.Outcome);
        await page.GetByRole(AriaRole.Button, new() { Name = "+ 1 min" }).ClickAsync();
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("After the call");
        await page.Keyboard.PressAsync("Alt+f");
        await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
    }
}
