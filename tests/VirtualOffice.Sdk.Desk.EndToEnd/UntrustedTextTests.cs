using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>Whatever callers call themselves and operators type is shown as it is, and nothing of it runs. Every page's console is watched, so that a blocked script would be seen too.</summary>
public sealed class UntrustedTextTests(Browser browser) : DeskTest(browser)
{
    private static readonly string[] Names =
    [
        "<script>window.ran=1</script>", "<img src=x onerror=window.ran=1>", "\"><svg onload=window.ran=1>", "javascript:window.ran=1", "{{constructor.constructor('window.ran=1')()}}",
        "<style>*{display:none}</style>", "<a href=javascript:window.ran=1>x</a>", "';window.ran=1;//", "<iframe srcdoc='<script>parent.ran=1</script>'>",
    ];

    [Fact]
    public async Task Names_FullOfMarkup_AreShownLiterally()
    {
        var page = await OpenAsync("operator:olga");
        await ReadyAsync(page);
        var supervisor = await OpenAsync("supervisor");
        foreach (var name in Names)
        {
            var caller = Office.Call(name: name);
            await Expect(page.Locator(".caller-name")).ToHaveTextAsync(name);
            await Expect(supervisor.GetByText(name)).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
            await Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
            await page.GetByLabel("Message", new() { Exact = true }).FillAsync(name);
            await page.Keyboard.PressAsync("Alt+m");
            await Expect(page.Locator(".taken dd").Last).ToHaveTextAsync(name);
            caller.HangUp();
            await page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
            await Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
        }

        var client = await OpenAsync("client:fox-travel");
        await Expect(client.Locator(".messages > li")).ToHaveCountAsync(Names.Length);
        foreach (var opened in new[] { page, supervisor, client })
        {
            Assert.True(await opened.EvaluateAsync<bool>("window.ran === undefined"));
        }
    }

    [Fact]
    public async Task Page_ItsHeaders_LetNothingForeignRun()
    {
        var page = await OpenAsync("operator:olga");
        var response = await page.ReloadAsync();

        var policy = (await response!.AllHeadersAsync())["content-security-policy"];
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        var ran = await page.EvaluateAsync<bool>("() => { const s = document.createElement('div'); try { s.innerHTML = '<img src=x onerror=\"window.ran=1\">'; document.body.append(s); } catch { return false; } return window.ran === 1; }");
        Assert.False(ran);
    }

    // The browser says what it has kept the last test from doing.
    protected override bool IsExpected(string error) => error.Contains("TrustedHTML", StringComparison.Ordinal);
}
