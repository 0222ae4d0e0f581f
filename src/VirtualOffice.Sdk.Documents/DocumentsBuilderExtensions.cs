using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Documents;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk;

/// <summary>Adds companies and operators from documents.</summary>
public static class DocumentsBuilderExtensions
{
    /// <summary>
    /// Takes companies and operators from the YAML documents of a folder, read when the office starts. A file with a top-level <c>operators</c> holds operators,
    /// every other <c>*.yaml</c> or <c>*.yml</c> is one company. What is wrong is an <see cref="OfficeDefinitionException"/> that lists every problem.
    /// </summary>
    public static IVirtualOfficeBuilder AddCompaniesFrom(this IVirtualOfficeBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        builder.Services.AddSingleton<ICompanySource>(services => new CompanyFolder(folder, services.GetServices<IScriptStep>()));
        return builder;
    }
}
