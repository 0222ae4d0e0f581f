using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="IAuditStore"/> promises, as cases.</summary>
public static class AuditStoreConformance
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(7);
    private static readonly CompanyId Fox = CompanyId.Parse("fox-travel");
    private static readonly CompanyId Bear = CompanyId.Parse("bear-legal");

    /// <summary>The cases. Each wants an empty store.</summary>
    public static IReadOnlyList<ConformanceCase<IStoreTestBench<IAuditStore>>> Cases { get; } =
    [
        new("List_NothingAppended_IsEmpty", async (bench, cancellationToken) =>
            Expect.Sequence([], await bench.Store.ListAsync(new AuditFilter(TenantScope.Office), cancellationToken), "The entries of an empty store")),

        new("Append_EveryAct_IsReadBackWholeNewestFirst", async (bench, cancellationToken) =>
        {
            var entries = Enum.GetValues<AuditAct>().SelectMany(a => Enum.GetValues<AuditOutcome>().Select(o => (Act: a, Outcome: o)))
                .Select((x, i) => Sample(i) with { Act = x.Act, Outcome = x.Outcome }).ToList();
            entries.Add(new AuditEntry(AuditAct.Other, "Ольга \"Оля\" 😀") { Id = Id(entries.Count), At = At.AddDays(1) });
            foreach (var entry in entries.Where((_, i) => i % 2 == 1).Concat(entries.Where((_, i) => i % 2 == 0)))
            {
                await bench.Store.AppendAsync(entry, cancellationToken);
            }

            await bench.ReopenAsync(cancellationToken);
            await ExpectAsync(bench, new AuditFilter(TenantScope.Office, Limit: 500), entries.Reverse<AuditEntry>(), "The entries that were appended", cancellationToken);
        }),

        new("Append_SameIdAgain_KeepsTheFirst", async (bench, cancellationToken) =>
        {
            var first = Sample(1);
            await bench.Store.AppendAsync(first, cancellationToken);
            await bench.Store.AppendAsync(first, cancellationToken);
            await bench.Store.AppendAsync(first with { By = "somebody else", Outcome = AuditOutcome.Refused, Detail = "something else" }, cancellationToken);

            await bench.ReopenAsync(cancellationToken);
            await ExpectAsync(bench, new AuditFilter(TenantScope.Office), [first], "The entries after the same id came again", cancellationToken);
        }),

        new("List_ByPages_GivesEachOfTheFilterOnce", async (bench, cancellationToken) =>
        {
            var entries = Enumerable.Range(0, 24).Select(Sample).ToList();
            foreach (var entry in entries)
            {
                await bench.Store.AppendAsync(entry, cancellationToken);
            }

            entries.Reverse();
            foreach (var (filter, isIn, what) in Filters())
            {
                var seen = new List<AuditEntry>();
                while (await bench.Store.ListAsync(filter with { Before = seen.Count == 0 ? null : seen[^1].Id, Limit = 3 }, cancellationToken) is { Count: > 0 } page)
                {
                    Expect.That(page.Count <= 3, $"A page of 3 entries {what} has {page.Count}.");
                    seen.AddRange(page);
                    Expect.That(seen.Count <= entries.Count, $"The pages {what} do not come to an end.");
                }

                Expect.Sequence(entries.Where(isIn), seen, $"The entries {what}");
                Expect.That(seen.Count is > 0 and < 24 || filter == new AuditFilter(TenantScope.Office), $"{seen.Count} of 24 entries are {what}: the case shows nothing.");
            }
        }),

        new("List_WrongLimit_IsRefused", async (bench, cancellationToken) =>
        {
            foreach (var limit in new[] { 0, -1, 501 })
            {
                await Expect.ThrowsAsync<ArgumentException>(() => bench.Store.ListAsync(new AuditFilter(TenantScope.Office, Limit: limit), cancellationToken), $"A page of {limit}");
            }
        }),
    ];

    private static IEnumerable<(AuditFilter Filter, Func<AuditEntry, bool> IsIn, string What)> Filters()
    {
        var all = new AuditFilter(TenantScope.Office);
        yield return (all, _ => true, "of the office");
        yield return (all with { Scope = TenantScope.Of(Fox) }, e => e.Company == Fox, "of one company");
        yield return (all with { By = "boss" }, e => e.By == "boss", "of one person");
        yield return (all with { Act = AuditAct.Barge }, e => e.Act == AuditAct.Barge, "of one act");
        yield return (all with { Call = Call(2) }, e => e.Call == Call(2), "of one call");
        yield return (all with { From = At.AddMinutes(5) }, e => e.At >= At.AddMinutes(5), "since a time");
        yield return (all with { Until = At.AddMinutes(5) }, e => e.At < At.AddMinutes(5), "until a time");
        yield return (all with { From = At.AddMinutes(3), Until = At.AddMinutes(18) }, e => e.At >= At.AddMinutes(3) && e.At < At.AddMinutes(18), "of a time");
        yield return (
            new AuditFilter(TenantScope.Of(Bear)) { By = "boss", Act = AuditAct.Listen, From = At.AddMinutes(2), Until = At.AddMinutes(22) },
            e => e.Company == Bear && e.By == "boss" && e.Act == AuditAct.Listen && e.At >= At.AddMinutes(2) && e.At < At.AddMinutes(22),
            "of a company, a person, an act and a time");
    }

    private static async Task ExpectAsync(IStoreTestBench<IAuditStore> bench, AuditFilter filter, IEnumerable<AuditEntry> expected, string what, CancellationToken cancellationToken) =>
        Expect.Sequence(expected, await bench.Store.ListAsync(filter, cancellationToken), what);

    private static AuditEntry Sample(int number) => new(number % 4 == 0 ? AuditAct.Barge : AuditAct.Listen, number % 3 == 0 ? "Ольга \"Оля\" 😀" : "boss", number % 5 == 0 ? AuditOutcome.Refused : AuditOutcome.Done)
    {
        Id = Id(number),
        At = At.AddMinutes(number),
        Role = "supervisor",
        Address = "2001:db8::1",
        Call = Call(number % 4),
        Company = number % 2 == 0 ? Fox : Bear,
        Operator = OperatorId.Parse("olga"),
        Detail = "the first line\nand <b>the second</b>",
        Reason = number % 5 == 0 ? "You have no phone in the office." : null,
    };

    private static AuditId Id(int number) => new(new Guid(number + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));

    private static CallId Call(int number) => new(new Guid(number + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2));
}
