using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Puts a version of a company in force, unless it is; true when it is in force then. With a condition, only where the version it was based on is in force, or none.</summary>
internal sealed class PublishWrite(CompanyDefinition definition, DateTimeOffset at, bool isConditional = false, string? basedOn = null) : StoreWrite<bool>
{
    private const string InsertVersion = """
        INSERT INTO "CompanyVersions" ("Company", "Version", "Json") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING
        """;

    // The statement that finds out whether it is in force is the one that changes it, so that of two hosts that publish at once one comes after the other.
    private const string PutInForce = """
        INSERT INTO "Companies" ("Company", "Version", "Publications") VALUES (@p0, @p1, 1)
        ON CONFLICT ("Company") DO UPDATE SET "Version" = excluded."Version", "Publications" = "Companies"."Publications" + 1
        WHERE "Companies"."Version" <> excluded."Version"
        RETURNING "Publications"
        """;

    private const string PutFirst = """
        INSERT INTO "Companies" ("Company", "Version", "Publications") VALUES (@p0, @p1, 1) ON CONFLICT DO NOTHING RETURNING "Publications"
        """;

    private const string PutAfter = """
        UPDATE "Companies" SET "Version" = @p1, "Publications" = "Publications" + 1
        WHERE "Company" = @p0 AND "Version" = @p2 AND "Version" <> @p1
        RETURNING "Publications"
        """;

    private const string InForce = """
        SELECT "Version" FROM "Companies" WHERE "Company" = @p0
        """;

    private const string InsertPublication = """
        INSERT INTO "CompanyPublications" ("Company", "Number", "Version", "At") VALUES (@p0, @p1, @p2, @p3)
        """;

    private readonly string _company = definition.Id.Value;
    private readonly string _json = OfficeJson.Write(definition);

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        if (await PutAsync(session).ConfigureAwait(false) is not [var number])
        {
            var inForce = await session.QueryAsync(InForce, row => row.GetString(0), _company).ConfigureAwait(false);
            return inForce is [var version] && version == definition.Version;
        }

        await session.ExecuteAsync(InsertVersion, _company, definition.Version, _json).ConfigureAwait(false);
        await session.ExecuteAsync(InsertPublication, _company, number, definition.Version, at.UtcTicks).ConfigureAwait(false);
        return true;
    }

    private Task<List<int>> PutAsync(StoreSession session) => (isConditional, basedOn) switch
    {
        (false, _) => session.QueryAsync(PutInForce, row => row.GetInt32(0), _company, definition.Version),
        (_, null) => session.QueryAsync(PutFirst, row => row.GetInt32(0), _company, definition.Version),
        var (_, before) => session.QueryAsync(PutAfter, row => row.GetInt32(0), _company, definition.Version, before),
    };
}
