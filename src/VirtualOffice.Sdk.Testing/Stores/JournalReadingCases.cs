using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;
using static VirtualOffice.Sdk.Testing.CallEventSamples;
using static VirtualOffice.Sdk.Testing.JournalConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Reading many calls.</summary>
internal static class JournalReadingCases
{
    private static readonly CompanyId Other = CompanyId.Parse("other");

    public static IEnumerable<ConformanceCase<IJournalTestBench>> All { get; } =
    [
        Case("ReadOpen_SomeClosed_GivesTheOthersOldestFirst", async probe =>
        {
            var calls = new List<CallId>();
            for (var i = 0; i < 12; i++)
            {
                calls.Add(await probe.ReceivedAsync());
            }

            foreach (var call in calls.Where((_, i) => i % 3 == 0))
            {
                await probe.AppendAsync(call, 1, Ended(), new CallClosed(At(101)));
            }

            await probe.AppendAsync(calls[1], 1, Ended());
            await probe.ReopenAsync();
            Expect.Sequence(calls.Where((_, i) => i % 3 != 0), await probe.OpenAsync(), "The calls without CallClosed, ended ones among them");
        }),

        Case("ReadOpen_Histories_AreWhole", async probe =>
        {
            var call = await probe.ReceivedAsync(Company);
            await probe.AppendAsync(call, 2, new CallAnswered(At(5)));
            await foreach (var history in probe.Journal.ReadOpenAsync(probe.Cancellation))
            {
                Expect.Sequence((await probe.ReadAsync(call)).Select(JournalProbe.Text), history.Events.Select(JournalProbe.Text), "The events of an open call");
            }
        }),

        Case("ReadOpen_None_IsEmpty", async probe => Expect.Sequence([], await probe.OpenAsync(), "The open calls of an empty journal")),

        Case("ReadPage_Office_GivesAllNewestFirst", async probe =>
        {
            var calls = new List<CallId> { await probe.ReceivedAsync(Company), await probe.ReceivedAsync(Other), await probe.ReceivedAsync() };
            await probe.AppendAsync(calls[0], 2, new CallAnswered(At(50)));
            var page = await probe.Journal.ReadPageAsync(new CallQuery(TenantScope.Office), probe.Cancellation);
            Expect.Sequence(Enumerable.Reverse(calls), page.Select(history => history.Call), "All calls, newest first by receipt");
            Expect.Equal(3, page[2].Events.Count, "The number of events of a call in a page");
        }),

        Case("ReadPage_OneCompany_GivesOnlyItsCalls", async probe =>
        {
            var first = await probe.ReceivedAsync(Company);
            await probe.ReceivedAsync(Other);
            await probe.ReceivedAsync();
            var second = await probe.ReceivedAsync(Company);
            var page = await probe.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(Company)), probe.Cancellation);
            Expect.Sequence([second, first], page.Select(history => history.Call), "The calls of one company");
            page = await probe.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(CompanyId.Parse("nobody"))), probe.Cancellation);
            Expect.Sequence([], page.Select(history => history.Call), "The calls of a company that has none");
        }),

        Case("ReadPage_PlannedLater_BelongsToTheCompany", async probe =>
        {
            var call = await probe.ReceivedAsync();
            await probe.AppendAsync(call, 1, Planned(Company));
            var page = await probe.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(Company)), probe.Cancellation);
            Expect.Sequence([call], page.Select(history => history.Call), "The calls of a company that was found after the receipt");
        }),

        Case("ReadPage_CaseOfCompany_Matters", async probe =>
        {
            await probe.ReceivedAsync(CompanyId.Parse("fox"));
            var page = await probe.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(CompanyId.Parse("Fox"))), probe.Cancellation);
            Expect.Sequence([], page.Select(history => history.Call), "The calls of a company whose id differs in case");
        }),

        Case("ReadPage_ByPages_GivesEachCallOnce", async probe =>
        {
            var calls = new List<CallId>();
            for (var i = 0; i < 11; i++)
            {
                calls.Add(await probe.ReceivedAsync(i % 2 == 0 ? Company : Other));
            }

            foreach (var (scope, expected) in new[] { (TenantScope.Office, calls), (TenantScope.Of(Company), [.. calls.Where((_, i) => i % 2 == 0)]) })
            {
                var seen = new List<CallId>();
                CallId? before = null;
                while (await probe.Journal.ReadPageAsync(new CallQuery(scope, before, 4), probe.Cancellation) is { Count: > 0 } page)
                {
                    Expect.That(page.Count <= 4, $"A page of at most 4 has {page.Count}.");
                    seen.AddRange(page.Select(history => history.Call));
                    before = seen[^1];
                }

                Expect.Sequence(Enumerable.Reverse(expected), seen, "All calls, page by page");
            }
        }),
    ];

    private static CallEnded Ended() => new(At(100), new CallOutcome(CallOutcomeKind.Completed, CallStage.Conversation));
}
