using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.EntityFrameworkCore;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk;

/// <summary>Brings an office's database up to date.</summary>
public static class OfficeDatabaseExtensions
{
    /// <summary>
    /// Creates the tables, or brings those of an older version up to date and fills the new ones from the journal. Does nothing when they are.
    /// To be called before the office starts, by one host or by all of them at once; a start with tables that are out of date fails.
    /// </summary>
    /// <param name="services">The services of an office with <c>UseEntityFrameworkCore(…)</c>.</param>
    /// <param name="cancellationToken">Cancels between two steps; what was done stays, and the next call goes on.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or changed, or is of a newer version.</exception>
    /// <exception cref="InvalidOperationException">The office has no <c>UseEntityFrameworkCore(…)</c>.</exception>
    public static Task MigrateOfficeDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.GetRequiredService<OfficeMigrator>().MigrateAsync(cancellationToken);
    }
}
