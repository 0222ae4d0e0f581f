using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Removes a draft, whichever revision it has or only one; true when there was one.</summary>
internal sealed class DiscardDraftWrite(CompanyId company, DraftId draft, int? revision) : StoreWrite<bool>
{
    private const string Any = """
        DELETE FROM "CompanyDrafts" WHERE "Id" = @p0 AND "Company" = @p1
        """;

    private const string One = """
        DELETE FROM "CompanyDrafts" WHERE "Id" = @p0 AND "Company" = @p1 AND "Revision" = @p2
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) => (revision is { } only
        ? await session.ExecuteAsync(One, draft.ToString(), company.Value, only).ConfigureAwait(false)
        : await session.ExecuteAsync(Any, draft.ToString(), company.Value).ConfigureAwait(false)) > 0;
}
