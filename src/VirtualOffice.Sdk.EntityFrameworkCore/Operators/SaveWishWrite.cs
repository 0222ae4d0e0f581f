using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps an operator's wish in place of the last one.</summary>
internal sealed class SaveWishWrite(OperatorWish wish) : StoreWrite<bool>
{
    private const string Save = """
        INSERT INTO "OperatorWishes" ("Operator", "Presence", "Reason", "At") VALUES (@p0, @p1, @p2, @p3)
        ON CONFLICT ("Operator") DO UPDATE SET "Presence" = excluded."Presence", "Reason" = excluded."Reason", "At" = excluded."At"
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) =>
        await session.ExecuteAsync(Save, wish.Operator.Value, wish.Presence.ToString(), wish.Reason, wish.At.UtcTicks).ConfigureAwait(false) > 0;
}
