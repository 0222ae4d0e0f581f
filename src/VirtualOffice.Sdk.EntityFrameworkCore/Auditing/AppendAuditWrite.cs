using VirtualOffice.Sdk.Auditing;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Adds an entry to the audit; one that is there already stays.</summary>
internal sealed class AppendAuditWrite(AuditEntry entry) : StoreWrite<bool>
{
    private const string Append = """
        INSERT INTO "AuditEntries" ("Id", "At", "Act", "By", "Outcome", "Role", "Address", "CallId", "Company", "Operator", "Detail", "Reason")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
        ON CONFLICT ("Id") DO NOTHING
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) => await session.ExecuteAsync(
        Append,
        entry.Id.ToString(),
        entry.At.UtcTicks,
        entry.Act.ToString(),
        entry.By,
        entry.Outcome.ToString(),
        entry.Role,
        entry.Address,
        entry.Call?.ToString(),
        entry.Company?.Value,
        entry.Operator?.Value,
        entry.Detail,
        entry.Reason).ConfigureAwait(false) > 0;
}
