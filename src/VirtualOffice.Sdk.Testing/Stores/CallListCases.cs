using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.CallEventSamples;
using static VirtualOffice.Sdk.Testing.CallIndexConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Lists of calls.</summary>
internal static class CallListCases
{
    private static readonly CompanyId Other = CompanyId.Parse("other");

    public static IEnumerable<ConformanceCase<ICallIndexTestBench>> All { get; } =
    [
        Case("ListCalls_AfterEveryEvent_ShowsTheFoldOfTheJournal", async (probe, index) =>
        {
            var call = probe.NewCall();
            var events = WholeJournal(call);
            for (var version = 0; version < events.Count; version++)
            {
                await probe.AppendAsync(call, version, events[version]);
                var shown = await index().ListCallsAsync(new CallFilter(TenantScope.Office), probe.Cancellation);
                Expect.Sequence([Summary(call, events.Take(version + 1))], shown, $"The list after {events[version].GetType().Name}");
            }

            await probe.ReopenAsync();
            Expect.Sequence([Summary(call, events)], await index().ListCallsAsync(new CallFilter(TenantScope.Of(Company)), probe.Cancellation), "The list after a restart");
        }),

        Case("ListCalls_WholeJournalInOneAppend_ShowsItsFold", async (probe, index) =>
        {
            var call = probe.NewCall();
            await probe.AppendAsync(call, 0, [.. WholeJournal(call)]);
            Expect.Sequence([Summary(call, WholeJournal(call))], await index().ListCallsAsync(new CallFilter(TenantScope.Office), probe.Cancellation), "The list");
        }),

        Case("ListCalls_RefusedAppend_ShowsNothingOfIt", async (probe, index) =>
        {
            var call = await probe.ReceivedAsync();
            await Expect.ThrowsAsync<JournalConflictException>(() => probe.AppendAsync(call, 5, Planned(Company), new CallAnswered(At(9))), "Appending at a wrong version");
            var shown = Assert(await index().ListCallsAsync(new CallFilter(TenantScope.Office), probe.Cancellation));
            Expect.Equal((1L, null, null), (shown.Version, shown.Company, shown.AnsweredAt), "Version, company and answer after a refused append");
        }),

        Case("ListCalls_ByPages_GivesEachCallOfTheFilterOnceNewestFirst", async (probe, index) =>
        {
            var calls = new List<CallSummary>();
            for (var i = 0; i < 24; i++)
            {
                calls.Add(await CallAsync(probe, i));
            }

            foreach (var filter in Filters())
            {
                var seen = new List<CallId>();
                while (await index().ListCallsAsync(filter with { Before = seen.Count == 0 ? null : seen[^1], Limit = 3 }, probe.Cancellation) is { Count: > 0 } page)
                {
                    Expect.That(page.Count <= 3, $"A page of at most 3 has {page.Count}.");
                    seen.AddRange(page.Select(c => c.Call));
                }

                Expect.Sequence(Enumerable.Reverse(calls).Where(c => Meets(c, filter)).Select(c => c.Call), seen, $"The calls of {filter}, page by page");
            }
        }),
    ];

    private static IEnumerable<CallFilter> Filters()
    {
        foreach (var scope in new[] { TenantScope.Office, TenantScope.Of(Company), TenantScope.Of(CompanyId.Parse("Other")) })
        {
            var all = new CallFilter(scope);
            yield return all;
            yield return all with { Outcome = CallOutcomeKind.Abandoned };
            yield return all with { Outcome = CallOutcomeKind.Transferred };
            yield return all with { Operator = OperatorId.Parse("olga") };
            yield return all with { Caller = PhoneNumber.Parse("+79211234567") };
            yield return all with { Caller = PhoneNumber.Parse("+79217654321"), Outcome = CallOutcomeKind.Abandoned };
            yield return all with { From = At(5) };
            yield return all with { Until = At(15) };
            yield return all with { From = At(5), Until = At(15), Outcome = CallOutcomeKind.Abandoned };
            yield return all with { From = At(500) };
        }
    }

    private static bool Meets(CallSummary call, CallFilter filter) =>
        (filter.Scope.Company is null || call.Company == filter.Scope.Company)
        && (filter.Outcome is null || call.Outcome == filter.Outcome)
        && (filter.Operator is null || call.Operator == filter.Operator)
        && (filter.Caller is null || call.Caller.Number == filter.Caller)
        && (filter.From is null || call.ReceivedAt >= filter.From)
        && (filter.Until is null || call.ReceivedAt < filter.Until);

    /// <summary>A call of one company or the other or none, some of them ended, some with an operator; received in an order that is not quite that of their ids.</summary>
    private static async Task<CallSummary> CallAsync(JournalProbe probe, int number)
    {
        var call = probe.NewCall();
        var olga = new OfferId(call.Value);
        List<CallEvent> events = [Received(At(number % 2 == 0 ? number + 1 : number - 1)) with { Caller = CallerId.Clean(number % 7 < 3 ? "+79217654321" : "+79211234567", null) }];
        if (number % 4 != 0)
        {
            events.Add(Planned(number % 4 == 1 ? Other : Company));
        }

        if (number % 3 == 0)
        {
            events.Add(new OfferMade(At(100), olga, OperatorId.Parse("olga"), new("main", "op")));
            events.Add(new OfferEnded(At(101), olga, OfferResult.Accepted));
        }

        if (number % 5 < 3)
        {
            events.Add(new CallEnded(At(102), new CallOutcome(number % 5 == 0 ? CallOutcomeKind.Completed : CallOutcomeKind.Abandoned, CallStage.Queue)));
        }

        await probe.AppendAsync(call, 0, [.. events]);
        return Summary(call, events);
    }

    private static CallSummary Assert(IReadOnlyList<CallSummary> calls)
    {
        Expect.Equal(1, calls.Count, "How many calls the list has");
        return calls[0];
    }

    private static CallSummary Summary(CallId call, IEnumerable<CallEvent> events)
    {
        var r = CallRecord.Fold(call, events);
        return new CallSummary(r.Id, r.Version, r.Company, r.CallerLeg, r.Dialled, r.Caller, r.ReceivedAt, r.AnsweredAt, r.EndedAt, r.Outcome?.Kind, r.Operator, r.IsClosed);
    }
}
