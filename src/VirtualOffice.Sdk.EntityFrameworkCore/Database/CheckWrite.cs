using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Checks that the tables are those of this version, and writes one row.</summary>
internal sealed class CheckWrite : StoreWrite<bool>
{
    private const string Touch = """
        INSERT INTO "StoreChecks" ("Id", "Count") VALUES (1, 1) ON CONFLICT ("Id") DO UPDATE SET "Count" = "StoreChecks"."Count" + 1
        """;

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        var schema = await OfficeSchema.ReadAsync(session).ConfigureAwait(false);
        if (schema.Missing is [var missing, ..])
        {
            throw new StoreUnavailableException(
                $"The database is not up to date: '{missing}' is not applied. Bring it up to date before the office starts: await services.MigrateOfficeDatabaseAsync().");
        }

        return await session.ExecuteAsync(Touch).ConfigureAwait(false) > 0;
    }
}
