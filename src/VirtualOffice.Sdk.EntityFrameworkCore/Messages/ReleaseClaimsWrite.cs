namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Frees the claims of whoever died over them.</summary>
internal sealed class ReleaseClaimsWrite : StoreWrite<bool>
{
    private const string Release = """
        UPDATE "Deliveries" SET "ClaimedUntil" = 0 WHERE "State" = 'Pending' AND "ClaimedUntil" > 0
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) => await session.ExecuteAsync(Release).ConfigureAwait(false) > 0;
}
