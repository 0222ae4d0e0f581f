using System.Globalization;
using Microsoft.Playwright;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;
using static Microsoft.Playwright.Assertions;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>A board with more companies and operators than fit on a screen.</summary>
public sealed class LargeOfficeTests(Browser browser) : DeskTest(browser)
{
    private const int More = 57;

    protected override OfficeDefinition? Definition { get; } = TestCompanies.Office with
    {
        Companies = [.. TestCompanies.Office.Companies, .. Enumerable.Range(0, More).Select(Company)],
        Operators = [.. TestCompanies.Office.Operators, .. Enumerable.Range(0, More).Select(n => new OperatorDefinition(OperatorId.Parse(Text($"o{n:D2}")), Text($"Operator {n:D2}"), DeviceId.Parse(Text($"d{n}")), [Company(n).Id]))],
    };

    [Fact]
    public async Task Board_ManyCompanies_ShowsThoseThatWaitFirstAndTheRestWhenAsked()
    {
        var page = await OpenAsync("supervisor");
        var companies = page.GetByRole(AriaRole.Region, new() { Name = "Companies" });
        await Expect(companies.Locator("tbody tr")).ToHaveCountAsync(25);
        await Expect(companies.GetByRole(AriaRole.Status)).ToContainTextAsync("25 of 60 are shown.");

        Office.Call(dialled: Number(56));
        await Expect(companies.Locator("tbody tr").First).ToContainTextAsync("Company 56");

        await companies.GetByLabel("Find in the list").FillAsync("lynx");
        await Expect(companies.Locator("tbody tr")).ToHaveCountAsync(1);
        await companies.GetByLabel("Find in the list").FillAsync("");
        await companies.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Expect(companies.Locator("tbody tr")).ToHaveCountAsync(60);
    }

    [Fact]
    public async Task Board_ManyOperators_ShowsThoseAtWorkFirst_AndFindsThemByCompany()
    {
        var page = await OpenAsync("supervisor");
        var operators = page.GetByRole(AriaRole.Region, new() { Name = "Operators" });
        await Expect(operators.Locator("tbody tr")).ToHaveCountAsync(25);

        await operators.GetByLabel("Find in the list").FillAsync("company 41");
        await operators.GetByLabel("State of Operator 41").SelectOptionAsync(new SelectOptionValue { Label = "Ready" });
        await operators.GetByLabel("Find in the list").FillAsync("");
        await Expect(operators.Locator("tbody tr").First).ToContainTextAsync("Operator 41");
    }

    private static CompanyDefinition Company(int number) => new()
    {
        Id = CompanyId.Parse(Text($"company-{number:D2}")),
        Name = Text($"Company {number:D2}"),
        Version = "1",
        Numbers = [PhoneNumber.Parse(Number(number))],
        MessagesTo = "office@example.com",
    };

    private static string Number(int number) => Text($"+7812999{number:D4}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
