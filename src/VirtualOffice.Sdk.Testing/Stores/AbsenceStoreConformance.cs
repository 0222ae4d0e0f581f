using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="IAbsenceStore"/> promises, as cases.</summary>
public static class AbsenceStoreConformance
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(7);
    private static readonly CompanyId Fox = CompanyId.Parse("fox-travel");
    private static readonly CompanyId Bear = CompanyId.Parse("bear-legal");

    /// <summary>The cases. Each wants an empty store.</summary>
    public static IReadOnlyList<ConformanceCase<IStoreTestBench<IAbsenceStore>>> Cases { get; } =
    [
        new("ReadOpen_NothingSaved_IsEmpty", async (bench, cancellationToken) =>
            Expect.Sequence([], await bench.Store.ReadOpenAsync(TenantScope.Office, cancellationToken), "The absences in an empty store")),

        new("Save_Absences_AreReadBackOldestFirst", async (bench, cancellationToken) =>
        {
            var (first, second) = (Sample(1, Fox), Sample(2, Bear));
            await bench.Store.SaveAsync(second, cancellationToken);
            await bench.Store.SaveAsync(first, cancellationToken);

            await bench.ReopenAsync(cancellationToken);
            await ExpectAsync(bench, TenantScope.Office, [first, second], "The absences that were saved", cancellationToken);
        }),

        new("ReadOpen_OfACompany_HasNobodyElses", async (bench, cancellationToken) =>
        {
            var own = Sample(1, Fox);
            await bench.Store.SaveAsync(own, cancellationToken);
            await bench.Store.SaveAsync(Sample(2, Bear), cancellationToken);

            await ExpectAsync(bench, TenantScope.Of(Fox), [own], "The absences of one company", cancellationToken);
        }),

        new("Save_TakenBack_IsNotReadAnyMore", async (bench, cancellationToken) =>
        {
            var (stays, ends) = (Sample(1, Fox), Sample(2, Fox));
            await bench.Store.SaveAsync(stays, cancellationToken);
            await bench.Store.SaveAsync(ends, cancellationToken);
            await bench.Store.SaveAsync(ends with { EndedAt = At.AddHours(1) }, cancellationToken);
            await bench.Store.SaveAsync(ends with { EndedAt = At.AddHours(2) }, cancellationToken);

            await bench.ReopenAsync(cancellationToken);
            await ExpectAsync(bench, TenantScope.Office, [stays], "The absences that were not taken back", cancellationToken);
        }),
    ];

    private static async Task ExpectAsync(IStoreTestBench<IAbsenceStore> bench, TenantScope scope, IEnumerable<KeptAbsence> expected, string what, CancellationToken cancellationToken) =>
        Expect.Sequence(expected.Select(OfficeJson.Write), (await bench.Store.ReadOpenAsync(scope, cancellationToken)).Select(OfficeJson.Write), what);

    private static KeptAbsence Sample(int number, CompanyId company) => new(
        new AbsenceId(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)),
        company,
        new Absence(EmployeeId.Parse("anna"), AbsenceReason.Meeting)
        {
            Note = "Совет \"директоров\" 😀",
            From = new DateTime(2026, 3, 2, 9, 0, 0),
            Until = new DateTime(2026, 6, 30, 18, 0, 0),
            Weekly = new WeeklyHours { Intervals = [new OpenInterval(DayOfWeek.Monday, new TimeOnly(10, 0), new TimeOnly(11, 30))] },
            StandIn = EmployeeId.Parse("boris"),
        },
        At,
        number == 1 ? null : "olga");
}
