using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps an absence, in place of what was kept of it.</summary>
internal sealed class SaveAbsenceWrite(KeptAbsence absence) : StoreWrite<bool>
{
    private const string Save = """
        INSERT INTO "Absences" ("Id", "Company", "Employee", "Content", "EndedAt") VALUES (@p0, @p1, @p2, @p3, @p4)
        ON CONFLICT ("Id") DO UPDATE SET "Content" = excluded."Content", "EndedAt" = excluded."EndedAt"
        """;

    protected override async Task<bool> WriteAsync(StoreSession session) => await session.ExecuteAsync(
        Save, absence.Id.ToString(), absence.Company.Value, absence.Absence.Employee.Value, OfficeJson.Write(absence), absence.EndedAt?.UtcTicks).ConfigureAwait(false) > 0;
}
