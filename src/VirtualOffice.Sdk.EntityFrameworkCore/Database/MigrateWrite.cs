using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// Brings the tables up to date. It runs inside the writer's transaction and holds the right to change tables from its beginning:
/// of two hosts that start at once one migrates and the other finds it done, and a host killed meanwhile leaves nothing half made and no lock behind.
/// </summary>
internal sealed partial class MigrateWrite(ILogger logger) : StoreWrite<bool>
{
    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        var context = session.Context;
        await session.Provider.LockSchemaAsync(session).ConfigureAwait(false);
        var schema = await OfficeSchema.ReadAsync(session).ConfigureAwait(false);
        if (schema.Missing is not [.., var newest])
        {
            return false;
        }

        // Entity Framework's own Migrate takes a lock that is a row: a host killed while it holds it would keep every later start waiting for ever.
        var script = context.GetService<IMigrator>().GenerateScript(schema.Last, options: MigrationsSqlGenerationOptions.NoTransactions);
        await context.Database.ExecuteSqlRawAsync(script).ConfigureAwait(false);
        LogMigrated(logger, newest, schema.Last ?? "an empty database");
        return true;
    }

    [LoggerMessage(4010, LogLevel.Information, "The database is brought to {Migration} from {From}")]
    private static partial void LogMigrated(ILogger logger, string migration, string from);
}
