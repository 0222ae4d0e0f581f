using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Documents;
using VirtualOffice.Sdk.Stores;

namespace FrontDesk;

/// <summary>Brings companies from documents into the database, and out of it. No office is started: calls that another host has are none of its business.</summary>
internal static class CompanyExchange
{
    public static Task<int> ExportAsync(string folder, FrontDeskSettings settings, TextWriter output) => RunAsync(settings, async (documents, store) =>
    {
        var read = await documents.ReadFolderAsync(settings.Companies);
        var stored = (await store.ReadInForceAsync(CancellationToken.None)).Where(c => read.All(r => r.Id != c.Id));
        foreach (var file in await documents.WriteFolderAsync(folder, [.. read, .. stored]))
        {
            await output.WriteLineAsync(file);
        }
    });

    public static Task<int> ImportAsync(string folder, FrontDeskSettings settings, TextWriter output) => RunAsync(settings, async (documents, store) =>
    {
        var inForce = (await store.ReadInForceAsync(CancellationToken.None)).ToDictionary(c => c.Id, c => c.Version);
        foreach (var company in await documents.ReadFolderAsync(folder))
        {
            var before = inForce.GetValueOrDefault(company.Id);
            if (!await store.TryPublishAsync(company, before, DateTimeOffset.UtcNow, CancellationToken.None))
            {
                throw new CompanyConflictException(company.Id, before, null);
            }

            await output.WriteLineAsync($"{company.Id}: {(before is null ? $"version {company.Version}" : before == company.Version ? $"version {company.Version}, as before" : $"version {before} → {company.Version}")}");
        }
    });

    private static async Task<int> RunAsync(FrontDeskSettings settings, Func<CompanyDocuments, ICompanyStore, Task> work)
    {
        var services = new ServiceCollection().AddLogging()
            .AddVirtualOffice(office => office.AddSimulatedPbx().UseEntityFrameworkCore(db => db.UseDatabase(settings.Database)).AddCompaniesFrom(settings.Companies))
            .BuildServiceProvider();
        await using (services)
        {
            try
            {
                await services.MigrateOfficeDatabaseAsync();
                await work(new CompanyDocuments(), services.GetRequiredService<ICompanyStore>());
                return 0;
            }
            catch (VirtualOfficeException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 2;
            }
        }
    }
}
