using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Which migrations a database has.</summary>
/// <param name="Last">The last that is applied; null when none is.</param>
/// <param name="Missing">Those that are not, in order.</param>
internal sealed record OfficeSchema(string? Last, IReadOnlyList<string> Missing)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="StoreUnavailableException">A newer version of this package has been there.</exception>
    public static async Task<OfficeSchema> ReadAsync(StoreSession session)
    {
        var database = session.Context.Database;
        var known = database.GetMigrations().ToList();
        var hasHistory = await session.QueryAsync(session.Provider.CountHistory, row => row.GetInt64(0)).ConfigureAwait(false) is [> 0];
        var applied = hasHistory ? (await database.GetAppliedMigrationsAsync().ConfigureAwait(false)).ToList() : [];
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new StoreUnavailableException(
                $"The database has the migration '{unknown}', which this version of VirtualOffice.Sdk.EntityFrameworkCore does not know: a newer version wrote it. Run that version.");
        }

        return new OfficeSchema(applied.LastOrDefault(), [.. known.Except(applied, StringComparer.Ordinal)]);
    }
}
