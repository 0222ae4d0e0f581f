using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps a draft in place of its revision before; true when it is kept then.</summary>
internal sealed class SaveDraftWrite(CompanyDraft draft) : StoreWrite<bool>
{
    private const string Insert = """
        INSERT INTO "CompanyDrafts" ("Id", "Company", "Revision", "Content") VALUES (@p0, @p1, @p2, @p3) ON CONFLICT DO NOTHING
        """;

    private const string Update = """
        UPDATE "CompanyDrafts" SET "Revision" = @p2, "Content" = @p3 WHERE "Id" = @p0 AND "Company" = @p1 AND "Revision" = @p4
        """;

    private const string Kept = """
        SELECT "Content" FROM "CompanyDrafts" WHERE "Id" = @p0 AND "Company" = @p1 AND "Revision" = @p2
        """;

    private readonly string _id = draft.Id.ToString();
    private readonly string _company = draft.Definition.Id.Value;
    private readonly string _json = OfficeJson.Write(draft);

    protected override async Task<bool> WriteAsync(StoreSession session)
    {
        var changed = draft.Revision == 1
            ? await session.ExecuteAsync(Insert, _id, _company, draft.Revision, _json).ConfigureAwait(false)
            : await session.ExecuteAsync(Update, _id, _company, draft.Revision, _json, draft.Revision - 1).ConfigureAwait(false);

        // What was written before the answer was lost is written again.
        return changed > 0 || await session.QueryAsync(Kept, row => row.GetString(0), _id, _company, draft.Revision).ConfigureAwait(false) is [var kept] && kept == _json;
    }
}
