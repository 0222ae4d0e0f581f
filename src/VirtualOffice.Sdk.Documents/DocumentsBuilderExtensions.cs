using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Documents;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk;

/// <summary>Adds companies and operators from documents.</summary>
public static class DocumentsBuilderExtensions
{
    /// <summary>
    /// Takes companies and operators from the documents of a folder, and follows its changes. A file with a top-level <c>operators</c> holds operators, every other <c>*.yaml</c>,
    /// <c>*.yml</c> or <c>*.json</c> is one company; <c>*.scenarios.yaml</c> are left out. At start, what is wrong is an <see cref="OfficeDefinitionException"/> that lists every problem, unless its company has a version that was
    /// in force before. Later, what is wrong stays as it was, and alarms.
    /// </summary>
    public static IVirtualOfficeBuilder AddCompaniesFrom(this IVirtualOfficeBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        builder.AddCompanyDocuments();
        builder.Services.AddSingleton<ICompanySource>(services => new CompanyFolder(folder, services.GetServices<IScriptStep>()));
        return builder;
    }

    /// <summary>Lets companies be read from documents and written as documents (<see cref="ICompanyDocuments"/>), for example to edit those of the store. Part of <see cref="AddCompaniesFrom"/>.</summary>
    public static IVirtualOfficeBuilder AddCompanyDocuments(this IVirtualOfficeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ICompanyDocuments>(services => new CompanyDocuments(services.GetServices<IScriptStep>()));
        return builder;
    }
}
