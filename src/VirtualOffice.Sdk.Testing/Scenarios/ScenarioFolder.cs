using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Reads a scenario's companies and operators, by what the office itself reads them with.</summary>
internal static class ScenarioFolder
{
    /// <summary>Reads a folder and documents given as text, which stand in for those of the same name.</summary>
    /// <exception cref="OfficeDefinitionException">A document is wrong.</exception>
    public static OfficeDefinition Load(string? folder, IDictionary<string, string> documents)
    {
        if (folder is not null && documents.Count == 0)
        {
            return LoadAsync(folder, CancellationToken.None).GetAwaiter().GetResult();
        }

        var copy = Directory.CreateTempSubdirectory("voffice-scenario-").FullName;
        try
        {
            foreach (var file in folder is null ? [] : Directory.EnumerateFiles(folder))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }

            foreach (var (name, text) in documents)
            {
                File.WriteAllText(Path.Combine(copy, Path.GetFileName(name)), text);
            }

            return LoadAsync(copy, CancellationToken.None).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Reads the companies and operators of a folder.</summary>
    /// <exception cref="OfficeDefinitionException">A document is wrong.</exception>
    public static async Task<OfficeDefinition> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddVirtualOffice(office => office.AddCompaniesFrom(folder));
        var (companies, operators) = (new List<CompanyDefinition>(), new List<OperatorDefinition>());
        var provider = services.BuildServiceProvider();
        await using (provider.ConfigureAwait(false))
        {
            foreach (var source in provider.GetServices<ICompanySource>())
            {
                var definition = await source.LoadAsync(cancellationToken).ConfigureAwait(false);
                companies.AddRange(definition.Companies);
                operators.AddRange(definition.Operators);
            }
        }

        return new OfficeDefinition(companies, operators);
    }
}
