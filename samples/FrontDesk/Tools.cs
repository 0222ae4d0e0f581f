using System.Globalization;
using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Documents;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;
using VirtualOffice.Sdk.Testing;

namespace FrontDesk;

/// <summary>What the sample does besides serving calls: checks a folder of companies, carries out their scenarios, explains what would become of a call, and draws scripts.</summary>
internal static class Tools
{
    private const string Usage = """
        check FOLDER                              checks a folder of companies
        explain COMPANY TIME CALLER [FOLDER]      says what would become of a call, for example
                                                  explain fox-travel "2026-12-31T21:59" +79215550101
        diagram COMPANY [FOLDER]                  draws the company's scripts, as text for Mermaid
        schema                                    prints the JSON Schema of a company's document
        export FOLDER                             writes every company, those of the documents and those of the database, into a folder
        import FOLDER                             puts every company of a folder in force in the database; an office serves them from its next start
        test FOLDER                               carries out the scenarios beside the companies, *.scenarios.yaml
        """;

    /// <summary>The exit code of a tool; null when the arguments name none, so that the office is to be opened.</summary>
    public static async Task<int?> RunAsync(string[] args, FrontDeskSettings settings, TextWriter output)
    {
        var companies = settings.Companies;
        switch (args)
        {
            case ["check", var folder]:
                return await OpenAsync(folder, async office =>
                {
                    var list = office.Companies.List();
                    foreach (var problem in office.Companies.Problems)
                    {
                        await output.WriteLineAsync(problem.ToString());
                    }

                    var wrong = office.Companies.Problems.Count == 0 ? "nothing wrong" : $"{office.Companies.Problems.Count} warnings";
                    await output.WriteLineAsync($"{list.Count} companies and {office.Operators.List().Count} operators: {wrong}.");
                    foreach (var company in list)
                    {
                        await output.WriteLineAsync($"  {company.Id}: {company.Name}, {company.Numbers.Count} numbers, {company.Employees.Count} employees, {company.Scripts.Count} scripts");
                        foreach (var gap in office.Employees.FindGaps(company.Id, DateTimeOffset.UtcNow, TimeSpan.FromDays(60)))
                        {
                            await output.WriteLineAsync($"    warning: nobody is on call in '{gap.List}' from {gap.From:yyyy-MM-dd HH:mm} to {gap.To:yyyy-MM-dd HH:mm}");
                        }
                    }

                    return 0;
                });
            case ["explain", var company, var time, var caller]:
                return await ExplainAsync(company, time, caller, companies, output);
            case ["explain", var company, var time, var caller, var folder]:
                return await ExplainAsync(company, time, caller, folder, output);
            case ["diagram", var company]:
                return await DrawAsync(company, companies, output);
            case ["diagram", var company, var folder]:
                return await DrawAsync(company, folder, output);
            case ["test", var folder]:
                return await TestAsync(folder, output);
            case ["schema"]:
                await output.WriteAsync(new CompanyDocuments().Schema);
                return 0;
            case ["export", var folder]:
                return await CompanyExchange.ExportAsync(folder, settings, output);
            case ["import", var folder]:
                return await CompanyExchange.ImportAsync(folder, settings, output);
            case ["check" or "explain" or "diagram" or "test" or "schema" or "export" or "import", ..]:
                await output.WriteLineAsync(Usage);
                return 1;
            default:
                return null;
        }
    }

    private static async Task<int?> TestAsync(string folder, TextWriter output)
    {
        try
        {
            return (await ScenarioSuite.LoadAsync(folder)).Run(output) == 0 ? 0 : 1;
        }
        catch (OfficeDefinitionException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    private static Task<int?> ExplainAsync(string company, string time, string caller, string folder, TextWriter output) => OpenAsync(folder, async office =>
    {
        if (!CompanyId.TryParse(company, out var id) || office.Companies.Find(id) is not { } definition)
        {
            await output.WriteLineAsync($"There is no company '{company}'; there are {string.Join(", ", office.Companies.List().Select(c => c.Id))}.");
            return 1;
        }

        if (!DateTime.TryParseExact(time, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            await output.WriteLineAsync($"'{time}' is not a time; allowed is the company's time, such as 2026-12-31T21:59.");
            return 1;
        }

        var instant = new DateTimeOffset(local, definition.TimeZone.GetUtcOffset(local));
        await output.WriteLineAsync((await office.Calls.ExplainAtAsync(id, instant, CallerId.Clean(caller, null)))!.ToString());
        return 0;
    });

    private static Task<int?> DrawAsync(string company, string folder, TextWriter output) => OpenAsync(folder, async office =>
    {
        if (!CompanyId.TryParse(company, out var id) || office.Companies.Find(id) is not { } definition)
        {
            await output.WriteLineAsync($"There is no company '{company}'; there are {string.Join(", ", office.Companies.List().Select(c => c.Id))}.");
            return 1;
        }

        foreach (var script in definition.Scripts)
        {
            await output.WriteLineAsync($"%% {definition.Name}: {script.Name}");
            await output.WriteLineAsync(ScriptDiagram.Mermaid(script));
        }

        return 0;
    });

    /// <summary>Opens an office that takes no calls and keeps nothing, only to ask it.</summary>
    private static async Task<int?> OpenAsync(string folder, Func<IVirtualOffice, Task<int>> ask)
    {
        var services = new ServiceCollection().AddLogging()
            .AddVirtualOffice(office => office.AddSimulatedPbx().UseInMemoryStores().AddEmailPickupFolder(Path.GetTempPath()).AddVoiceChannel().AddCompaniesFrom(folder))
            .BuildServiceProvider();
        await using (services)
        {
            var office = services.GetRequiredService<IVirtualOffice>();
            try
            {
                await office.StartAsync();
                return await ask(office);
            }
            catch (VirtualOfficeException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 2;
            }
        }
    }
}
