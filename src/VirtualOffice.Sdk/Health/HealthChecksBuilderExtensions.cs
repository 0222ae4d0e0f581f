using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VirtualOffice.Sdk;

/// <summary>Adds the office to a host's health checks.</summary>
public static class HealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds three checks. <c>virtualoffice</c>, with the tag <c>ready</c>, is unhealthy while the office cannot take calls: a PBX is not connected, the database is away,
    /// it is not started or has stopped itself. <c>virtualoffice-books</c> is unhealthy while the office's books do not balance for a minute and longer.
    /// <c>virtualoffice-definitions</c> is degraded while a document of companies or operators is wrong.
    /// </summary>
    /// <param name="builder">The host's health checks; the office itself is added with <c>AddVirtualOffice</c>.</param>
    public static IHealthChecksBuilder AddVirtualOffice(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .AddCheck<ReadinessHealthCheck>("virtualoffice", HealthStatus.Unhealthy, ["ready"])
            .AddCheck<BooksHealthCheck>("virtualoffice-books", HealthStatus.Unhealthy)
            .AddCheck<DefinitionsHealthCheck>("virtualoffice-definitions", HealthStatus.Degraded);
    }
}
