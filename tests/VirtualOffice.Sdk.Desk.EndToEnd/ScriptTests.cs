using Microsoft.Playwright;
using VirtualOffice.Sdk.Desk.Harness;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>The script on the screen.</summary>
public sealed class ScriptTests(Browser browser) : DeskTest(browser)
{
    [Fact]
    public async Task Script_FollowedByKeyboard_BecomesTheMessage()
    {
        var (page, _) = await TalkAsync(TestCompanies.LynxNumber);
        await Expect(page.Locator(".script blockquote")).ToContainTextAsync("Lynx Clinic, Olga speaking.");

        await page.Keyboard.PressAsync("g");
        await Expect(StepOf(page)).ToHaveTextAsync("who");
        await TypeAsync(page, "who *", "Anna Sokolova", "born");
        await Expect(page.Locator(".script blockquote")).ToContainTextAsync("When were you born, Anna Sokolova?");
        await TypeAsync(page, "born", "1980-05-01", "phone");
        await Field(page, "phone").FillAsync("12");
        await Field(page, "phone").PressAsync("Enter");
        await Expect(page.Locator(".script .problem")).ToContainTextAsync("international form");
        await Expect(StepOf(page)).ToHaveTextAsync("phone");
        await TypeAsync(page, "phone", "+7 921 555-01-42", "mail");
        await page.Keyboard.PressAsync("Alt+g");
        await Expect(StepOf(page)).ToHaveTextAsync("kind");
        await page.GetByRole(AriaRole.Radio, new() { Name = "results" }).CheckAsync();
        await page.Keyboard.PressAsync("Alt+g");

        // The branch leads past the number of visits.
        await Expect(StepOf(page)).ToHaveTextAsync("secret");
        await TypeAsync(page, "secret", "swordfish", "write");
        await page.Keyboard.PressAsync("Alt+v");
        await Expect(page.Locator(".message-preview pre")).ToContainTextAsync("who: Anna Sokolova");
        await Expect(page.Locator(".message-preview pre")).ToContainTextAsync("phone: +79215550142");
        await page.Keyboard.PressAsync("Alt+g");

        await Expect(page.Locator(".chip.d-Delivered")).ToContainTextAsync("dina@lynx-clinic.example");
        await Expect(StepOf(page)).ToHaveTextAsync("bye");
        var record = await RecordAsync(r => r.Messages.Count == 1);
        Assert.Equal("swordfish", record.Script!.Answer("secret"));
        Assert.DoesNotContain(record.Messages[0].Fields, f => f.Value.Contains("swordfish", StringComparison.Ordinal));
        Assert.DoesNotContain("swordfish", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(record.Draft.Values, v => v.Contains("swordfish", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Script_BackJumpAndMend_KeepTheAnswers()
    {
        var (page, _) = await TalkAsync(TestCompanies.LynxNumber);
        await Expect(StepOf(page)).ToHaveTextAsync("hello");
        await page.Keyboard.PressAsync("g");
        await TypeAsync(page, "who *", "Ana", "born");
        await page.Keyboard.PressAsync("Alt+y");
        await Expect(StepOf(page)).ToHaveTextAsync("who");
        await Expect(Field(page, "who *")).ToHaveValueAsync("Ana");

        await page.GetByLabel("Go to").SelectOptionAsync("visits");
        await Expect(StepOf(page)).ToHaveTextAsync("visits");
        await Field(page, "visits").FillAsync("100");
        await Field(page, "visits").PressAsync("Enter");
        await Expect(page.Locator(".script .problem")).ToContainTextAsync("from 0 to 99");
        await page.Locator(".answers").GetByLabel("who *").FillAsync("Anna");

        var record = await RecordAsync(r => r.Script?.Answer("who") == "Anna");
        Assert.Equal("visits", record.Script!.Step);
        Assert.Null(record.Script.Answer("visits"));

        await page.Locator(".answers").GetByLabel("who *").FillAsync("");
        await page.Locator(".answers").GetByLabel("who *").BlurAsync();
        await RecordAsync(r => r.Script is { } script && script.Answer("who") is null);
        await Expect(page.Locator(".answers").GetByLabel("who *")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Script_PageReloadedAndTakenOver_TypesOn()
    {
        var (page, _) = await TalkAsync(TestCompanies.LynxNumber);
        await Expect(StepOf(page)).ToHaveTextAsync("hello");
        await page.Keyboard.PressAsync("g");
        await Field(page, "who *").FillAsync("Anna Soko");
        await RecordAsync(r => r.Script?.Answer("who") == "Anna Soko");
        await page.GetByLabel("Go to").SelectOptionAsync("phone");
        await Field(page, "phone").FillAsync("+7921");
        await RecordAsync(r => r.Draft.GetValueOrDefault("script:phone") == "+7921");

        await page.ReloadAsync();
        await Expect(Field(page, "phone")).ToHaveValueAsync("+7921");
        await Expect(page.Locator(".answers").GetByLabel("who *")).ToHaveValueAsync("Anna Soko");

        // Another computer knows it from the journal alone.
        var other = await OpenAsync("operator:olga");
        await Expect(Field(other, "phone")).ToHaveValueAsync("+7921");
        await Expect(other.Locator(".answers").GetByLabel("who *")).ToHaveValueAsync("Anna Soko");
    }

    [Fact]
    public async Task Script_OtherCallType_FollowsItsOwn()
    {
        var (page, _) = await TalkAsync(TestCompanies.LynxNumber);

        await page.GetByRole(AriaRole.Combobox, new() { Name = "call type" }).SelectOptionAsync(new SelectOptionValue { Label = "A bill" });

        await Expect(page.Locator(".script blockquote")).ToContainTextAsync("Which bill is it, Olga wants to know?");
    }

    private static ILocator StepOf(IPage page) => page.Locator(".script h2 .dim");

    private static ILocator Field(IPage page, string name) => page.Locator(".script > .answer").GetByLabel(name, new() { Exact = true });

    private static async Task TypeAsync(IPage page, string field, string value, string next)
    {
        await Field(page, field).FillAsync(value);
        await Field(page, field).PressAsync("Enter");
        await Expect(StepOf(page)).ToHaveTextAsync(next);
    }
}
