using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// Brings the tables up to date and writes one row. It runs inside the writer's transaction, which holds the right to write from its beginning:
/// of two hosts that start at once one migrates and the other finds it done, and a host killed meanwhile leaves nothing half made and no lock behind.
/// </summary>
internal sealed partial class CheckWrite(ILogger logger) : StoreWrite<bool>
{
    private const string Touch = """
        INSERT INTO "StoreChecks" ("Id", "Count") VALUES (1, 1) ON CONFLICT ("Id") DO UPDATE SET "Count" = "StoreChecks"."Count" + 1
        """;

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        await MigrateAsync(session.Context).ConfigureAwait(false);
        await session.ExecuteAsync(Touch).ConfigureAwait(false);
        return true;
    }

    private async Task MigrateAsync(OfficeDbContext context)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync().ConfigureAwait(false)).ToList();
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new StoreUnavailableException(
                $"The database has the migration '{unknown}', which this version of VirtualOffice.Sdk.EntityFrameworkCore does not know: a newer version wrote it. Run that version.");
        }

        if (applied.Count == known.Count)
        {
            return;
        }

        // Entity Framework's own Migrate takes a lock that is a row: a host killed while it holds it would keep every later start waiting for ever.
        var script = context.GetService<IMigrator>().GenerateScript(applied.LastOrDefault(), options: MigrationsSqlGenerationOptions.NoTransactions);
        await context.Database.ExecuteSqlRawAsync(script).ConfigureAwait(false);
        LogMigrated(logger, known[^1], applied.LastOrDefault() ?? "an empty database");
    }

    [LoggerMessage(4010, LogLevel.Information, "The database is brought to {Migration} from {From}")]
    private static partial void LogMigrated(ILogger logger, string migration, string from);
}
