namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps a bookmark in place of the last one of its name.</summary>
internal sealed class SaveBookmarkWrite(string name, string bookmark) : StoreWrite<bool>
{
    private const string Save = """
        INSERT INTO "Bookmarks" ("Name", "Value") VALUES (@p0, @p1) ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value"
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) => await session.ExecuteAsync(Save, name, bookmark).ConfigureAwait(false) > 0;
}
