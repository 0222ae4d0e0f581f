using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Ends an open call-back task.</summary>
internal sealed class EndCallbackWrite(CallId call, CallbackEnd end) : StoreWrite<bool>
{
    private const string End = """
        UPDATE "Callbacks" SET "EndedAt" = @p1, "EndedBy" = @p2, "Note" = @p3, "CalledAgain" = @p4 WHERE "CallId" = @p0 AND "EndedAt" IS NULL
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) =>
        await session.ExecuteAsync(End, call.ToString(), end.At.UtcTicks, end.By, end.Note, end.CalledAgain?.ToString()).ConfigureAwait(false) > 0;
}
