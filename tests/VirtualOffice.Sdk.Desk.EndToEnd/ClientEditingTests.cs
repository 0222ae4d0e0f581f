using Microsoft.Playwright;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Desk.Harness;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>A client's person changes the company's document, and the next call has it.</summary>
public sealed class ClientEditingTests(Browser browser) : DeskTest(browser)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("VO_DESK_PICTURES") ?? Path.Combine(AppContext.BaseDirectory, "pictures");

    protected override bool IsStored => true;

    /// <summary>The browser tells of every refusal; that of a field is shown at the field.</summary>
    protected override bool IsExpected(string error) => error.Contains("422", StringComparison.Ordinal);

    [Fact]
    public async Task Client_PublishesAChange_TheNextCallHasIt()
    {
        var client = await OpenAsync("client:fox-travel", "#/company/edit");
        await client.GetByRole(AriaRole.Button, new() { Name = "As text" }).ClickAsync();
        var document = client.GetByLabel("Document");
        await Expect(document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("id: fox-travel"));
        await Expect(client.GetByText("Nothing is wrong.")).ToBeVisibleAsync();
        await Expect(client.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToBeDisabledAsync();

        var text = await document.InputValueAsync();
        await document.FillAsync(text.Replace("nearly all of them came back", "every one of them came back", StringComparison.Ordinal) + "hours:\n  monday: closed\n");
        await Expect(client.Locator(".problems li.bad")).ToContainTextAsync("mon, tue, wed");
        await client.Locator(".problems button").ClickAsync();
        Assert.Equal("  monday: closed", await document.EvaluateAsync<string>("e => e.value.slice(e.selectionStart, e.selectionEnd)"));

        await document.FillAsync(text.Replace("nearly all of them came back", "every one of them came back", StringComparison.Ordinal) + "hours:\n  mon-sun: 24h\n  exceptions:\n    - { name: Inventory, on: last fri, open: closed }\n");
        await Expect(client.Locator(".changes").First).ToContainTextAsync("card: about");
        await client.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Expect(client.GetByRole(AriaRole.Button, new() { Name = "Draft saved" })).ToBeVisibleAsync();
        await client.GetByLabel("At").FillAsync("2026-11-27T08:00");
        await client.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(client.Locator(".explanation")).ToContainTextAsync("Inventory");
        await client.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, "company-edit.png"), Animations = ScreenshotAnimations.Disabled, FullPage = true });

        // Nothing of it is in force yet.
        Assert.DoesNotContain("every one", Office.Office.Companies.Find(TestCompanies.Fox)!.Card.About!, StringComparison.Ordinal);
        await client.ReloadAsync();
        await client.GetByRole(AriaRole.Button, new() { Name = "As text" }).ClickAsync();
        await Expect(document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("every one of them"));
        await client.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(client.GetByText("Published: the next call has it.")).ToBeVisibleAsync();

        var operatorPage = await OpenAsync("operator:olga");
        await ReadyAsync(operatorPage);
        Office.Call(name: "Ivan");
        await operatorPage.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(operatorPage.Locator(".line-state")).ToContainTextAsync("conversation");
        await Expect(operatorPage.GetByText("every one of them came back")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Client_ChangesWhatIsTheOffices_CannotPublish()
    {
        var client = await OpenAsync("client:fox-travel", "#/company/edit");
        await client.GetByRole(AriaRole.Button, new() { Name = "As text" }).ClickAsync();
        var document = client.GetByLabel("Document");
        await Expect(document).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("id: fox-travel"));
        await document.FillAsync((await document.InputValueAsync()).Replace("name: Fox Travel", "name: Owl Travel", StringComparison.Ordinal));
        await Expect(client.Locator(".problems li.bad")).ToContainTextAsync("Only the office may change this: name: Fox Travel → Owl Travel.");
        await Expect(client.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Client_WordsMessagesWithMergeFields_SeesHowTheyReadAndPublishesThem()
    {
        var client = await OpenAsync("client:fox-travel", "#/company/edit");
        var group = client.GetByRole(AriaRole.Group, new() { Name = "How messages read" });
        var (subject, body) = (group.GetByLabel("Subject"), group.GetByLabel("Text of the message"));

        // From the keyboard alone: the fields open, and what is chosen stands where the cursor was.
        await subject.FillAsync("Call from , today");
        await subject.EvaluateAsync("e => e.setSelectionRange(10, 10)");
        await group.GetByText("Merge fields", new() { Exact = true }).FocusAsync();
        await client.Keyboard.PressAsync("Enter");
        var name = group.GetByRole(AriaRole.Button, new() { Name = "Insert caller.name: who called" });
        await name.FocusAsync();
        await client.Keyboard.PressAsync("Enter");
        await Expect(subject).ToHaveValueAsync("Call from {caller.name}, today");
        await Expect(subject).ToBeFocusedAsync();
        await Expect(group.GetByRole(AriaRole.Status)).ToHaveTextAsync("caller.name is inserted.");
        await client.Keyboard.TypeAsync(" again");
        await Expect(subject).ToHaveValueAsync("Call from {caller.name} again, today");

        await body.FillAsync("{caller.nam}\n");
        await Expect(group.Locator(".problem")).ToContainTextAsync("'{caller.nam}'");
        await Expect(body).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(client.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToBeDisabledAsync();
        await body.FillAsync("Wants: ");
        await group.GetByRole(AriaRole.Button, new() { Name = "Insert answers.text:" }).ClickAsync();
        await Expect(body).ToHaveValueAsync("Wants: {answers.text}");
        var shown = group.GetByRole(AriaRole.Region, new() { Name = "So a message would read" });
        await Expect(shown.Locator(".preview-subject")).ToHaveTextAsync("Call from Ivan Petrov again, today");
        await Expect(shown.Locator("pre")).ToHaveTextAsync("Wants: Please call back before noon.");
        await group.ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(Folder, "company-message-text.png"), Animations = ScreenshotAnimations.Disabled });

        await client.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(client.GetByText("Published: the next call has it.")).ToBeVisibleAsync();
        Assert.Equal(new MessageTemplate { Subject = "Call from {caller.name} again, today", Body = "Wants: {answers.text}" }, Office.Office.Companies.Find(TestCompanies.Fox)!.MessageTemplate);
    }

    [Fact]
    public async Task Client_ChangesItInTheForm_TheNextCallHasIt()
    {
        var client = await OpenAsync("client:fox-travel", "#/company/edit");
        var publish = client.GetByRole(AriaRole.Button, new() { Name = "Publish" });
        await client.GetByLabel("Who the company is").FillAsync("Fox Travel has a new owner.");
        var promotions = client.GetByRole(AriaRole.Group, new() { Name = "Promotions", Exact = true });
        await promotions.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        var added = promotions.Locator("li").Last;
        await added.GetByLabel("Name").FillAsync("Karelia in June");
        await added.GetByLabel("Text").FillAsync("Two for the price of one.");
        await added.GetByLabel("Until").FillAsync("next June");
        await Expect(added.Locator(".problem").Filter(new() { HasText = "until" })).ToContainTextAsync("2026-12-31");
        await Expect(publish).ToBeDisabledAsync();
        await client.Locator("#edit-problems").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(added.GetByLabel("Until")).ToBeFocusedAsync();

        await added.GetByLabel("Until").FillAsync("2030-06-30");
        await Expect(client.Locator(".changes").First).ToContainTextAsync("Karelia in June");
        await client.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, "company-form.png"), Animations = ScreenshotAnimations.Disabled });
        await publish.ClickAsync();
        await Expect(client.GetByText("Published: the next call has it.")).ToBeVisibleAsync();

        var operatorPage = await OpenAsync("operator:olga");
        await ReadyAsync(operatorPage);
        Office.Call(name: "Ivan");
        await operatorPage.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(operatorPage.GetByText("Fox Travel has a new owner.")).ToBeVisibleAsync();
    }
}
