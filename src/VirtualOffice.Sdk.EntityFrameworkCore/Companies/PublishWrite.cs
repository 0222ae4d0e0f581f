using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Puts a version of a company in force, unless it is.</summary>
internal sealed class PublishWrite(CompanyDefinition definition, DateTimeOffset at) : StoreWrite<bool>
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

    private const string InsertPublication = """
        INSERT INTO "CompanyPublications" ("Company", "Number", "Version", "At") VALUES (@p0, @p1, @p2, @p3)
        """;

    private readonly string _company = definition.Id.Value;
    private readonly string _json = OfficeJson.Write(definition);

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        await session.ExecuteAsync(InsertVersion, _company, definition.Version, _json).ConfigureAwait(false);
        var numbers = await session.QueryAsync(PutInForce, row => row.GetInt32(0), _company, definition.Version).ConfigureAwait(false);
        if (numbers is not [var number])
        {
            return false;
        }

        await session.ExecuteAsync(InsertPublication, _company, number, definition.Version, at.UtcTicks).ConfigureAwait(false);
        return true;
    }
}
