using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.CallEventSamples;
using static VirtualOffice.Sdk.Testing.CallIndexConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Segments, recordings, callers' legs and counts.</summary>
internal static class CallViewCases
{
    private static readonly CompanyId Other = CompanyId.Parse("other");

    public static IEnumerable<ConformanceCase<ICallIndexTestBench>> All { get; } =
    [
        Case("ListSegments_EndedCalls_AreThoseOfTheFoldPageByPage", async (probe, index) =>
        {
            var expected = new List<SegmentEntry>();
            for (var i = 0; i < 5; i++)
            {
                var (call, events) = (probe.NewCall(), Ended(i, i % 2 == 0 ? Company : Other));
                await probe.AppendAsync(call, 0, [.. events.Take(4)]);
                await probe.AppendAsync(call, 4, [.. events.Skip(4)]);
                expected.AddRange(CallRecord.Fold(call, events).Segments.Select((s, n) => new SegmentEntry(call, n + 1, i % 2 == 0 ? Company : Other, s)));
            }

            await probe.ReceivedAsync(Company);
            await probe.ReopenAsync();
            Expect.That(expected.Count > 10, "The case has too few segments to mean anything.");
            foreach (var (scope, from, until) in new[] { (TenantScope.Office, 0, 100), (TenantScope.Of(Company), 0, 100), (TenantScope.Office, 1, 3), (TenantScope.Office, 50, 60) })
            {
                var seen = new List<SegmentEntry>();
                while (await PageAsync(seen) is { Count: > 0 } page)
                {
                    seen.AddRange(page);
                }

                var wanted = expected.Where(s => (scope.Company is null || s.Company == scope.Company) && IsOfCall(s, from, until));
                Expect.Sequence(wanted, seen, $"The segments of {scope.Company?.ToString() ?? "the office"} from {from} to {until}");

                Task<IReadOnlyList<SegmentEntry>> PageAsync(List<SegmentEntry> before) => index().ListSegmentsAsync(
                    new SegmentFilter(scope, At(from), At(until), before.Count == 0 ? null : (before[^1].Call, before[^1].Number), 3), probe.Cancellation);
            }

            bool IsOfCall(SegmentEntry entry, int from, int until)
            {
                var received = expected.First(s => s.Call == entry.Call).Segment.From;
                return received >= At(from) && received < At(until);
            }
        }),

        Case("ListRecordings_EveryState_IsThatOfTheJournal", async (probe, index) =>
        {
            var call = probe.NewCall();
            var events = WholeJournal(call);
            for (var version = 0; version < events.Count; version++)
            {
                await probe.AppendAsync(call, version, events[version]);
                var record = CallRecord.Fold(call, events.Take(version + 1));
                await ExpectRecordingsAsync(probe, index(), record, events[version].GetType().Name);
            }
        }),

        Case("ListRecordings_PausedSeveralTimes_ShowsWhichPartsAreNotRecorded", async (probe, index) =>
        {
            var (call, recording) = (probe.NewCall(), RecordingId.Parse("r"));
            CallEvent[] events =
            [
                Received(At(0)), Planned(Company), new RecordingStarted(At(1), recording),
                new RecordingPaused(At(2), recording, PauseReason.Asked), new RecordingResumed(At(5), recording),
                new RecordingPaused(At(7), recording, PauseReason.Policy), new RecordingPaused(At(8), recording, PauseReason.Asked),
                new RecordingEnded(At(11), recording, RecordingState.Missing, null, "gone"),
            ];
            for (var version = 0; version < events.Length; version++)
            {
                await probe.AppendAsync(call, version, events[version]);
                await ExpectRecordingsAsync(probe, index(), CallRecord.Fold(call, events.Take(version + 1)), $"{events[version].GetType().Name} {version}");
            }

            await probe.ReopenAsync();
            var shown = (await index().ListRecordingsAsync(new RecordingFilter(TenantScope.Office), probe.Cancellation)).Single(r => r.Call == call).Recording;
            Expect.Sequence(
                [new(At(2), At(5), PauseReason.Asked), new(At(7), At(8), PauseReason.Policy), new RecordingPause(At(8), At(11), PauseReason.Asked)], shown.Pauses, "The pauses");
            Expect.Equal(At(9) - At(2), shown.PausedFor, "How long it was paused in all");
        }),

        Case("ListRecordings_PlannedLater_BelongToTheCompany", async (probe, index) =>
        {
            var call = await probe.ReceivedAsync();
            await probe.AppendAsync(call, 1, new RecordingStarted(At(2), RecordingId.Parse("r")));
            await probe.AppendAsync(call, 2, Planned(Company));
            var shown = await index().ListRecordingsAsync(new RecordingFilter(TenantScope.Of(Company)), probe.Cancellation);
            Expect.Sequence([call], shown.Select(r => r.Call), "The recordings of a company that was found after they began");
        }),

        Case("ListRecordings_ByPages_GivesEachOnceNewestCallFirst", async (probe, index) =>
        {
            var all = new List<(CallId Call, RecordingId Recording, RecordingState State, CompanyId Company)>();
            for (var i = 0; i < 12; i++)
            {
                var (call, company) = (probe.NewCall(), i % 3 == 0 ? Other : Company);
                var (one, two) = (RecordingId.Parse($"B-{i}"), RecordingId.Parse($"a_{i}"));
                await probe.AppendAsync(
                    call, 0, Received(At(i)), Planned(company), new RecordingStarted(At(i), one), new VoiceMessageStarted(At(i), two), new RecordingEnded(At(i), two, RecordingState.Missing, null, "gone"));
                all.Add((call, one, RecordingState.Recording, company));
                all.Add((call, two, RecordingState.Missing, company));
            }

            foreach (var filter in new[] { new RecordingFilter(TenantScope.Office), new(TenantScope.Of(Company)), new(TenantScope.Office, State: RecordingState.Missing), new(TenantScope.Of(Other), State: RecordingState.Stored) })
            {
                var seen = new List<(CallId Call, RecordingId Recording)>();
                while (await index().ListRecordingsAsync(filter with { Before = seen.Count == 0 ? null : seen[^1], Limit = 5 }, probe.Cancellation) is { Count: > 0 } page)
                {
                    seen.AddRange(page.Select(r => (r.Call, r.Recording.Id)));
                }

                var wanted = all.Where(r => (filter.Scope.Company is not { } company || r.Company == company) && (filter.State is not { } state || r.State == state));
                Expect.Sequence(
                    wanted.OrderByDescending(r => r.Call).ThenByDescending(r => r.Recording).Select(r => (r.Call, r.Recording)), seen, $"The recordings of {filter}, page by page");
            }
        }),

        Case("FindCallerLegs_SomeKnown_GivesThose", async (probe, index) =>
        {
            LegId[] legs = [new("main", "a:1"), new("main", "A:1"), new("other", "a:1")];
            await probe.AppendAsync(probe.NewCall(), 0, Received(At(0)) with { Leg = legs[0] });
            await probe.AppendAsync(probe.NewCall(), 0, Received(At(0)) with { Leg = legs[2] });

            await probe.ReopenAsync();
            var found = await index().FindCallerLegsAsync([.. legs, new("main", "op-1")], probe.Cancellation);
            Expect.Sequence(["main:a:1", "other:a:1"], found.Select(l => l.ToString()).Order(StringComparer.Ordinal), "The legs that belong to a call");
            Expect.Equal(0, (await index().FindCallerLegsAsync([], probe.Cancellation)).Count, "How many of no legs are found");
        }),

        Case("CountQuestions_SomeNotedTwice_CountsEveryCallOnce", async (probe, index) =>
        {
            for (var i = 0; i < 4; i++)
            {
                var call = probe.NewCall();
                await probe.AppendAsync(call, 0, Received(At(i)), Planned(i == 3 ? Other : Company));
                await probe.AppendAsync(call, 2, Asked(i, isAnswered: true, "pets"));
                await probe.AppendAsync(call, 3, Asked(i + 0.5, isAnswered: i == 0, "pets"), Asked(i + 0.5, isAnswered: false));
            }

            await probe.ReopenAsync();
            var counts = await index().CountQuestionsAsync(Company, At(0), probe.Cancellation);
            Expect.Sequence(
                [new("pets", "May I bring a dog?", 1, 2, At(2.5)), new(null, "May I bring a dog?", 0, 3, At(2.5))], counts, "What was asked");
            var late = await index().CountQuestionsAsync(Company, At(2), probe.Cancellation);
            Expect.Sequence([(0L, 1L), (0L, 1L)], late.Select(q => (q.Answered, q.Unanswered)), "What was asked late");
            Expect.Equal(2, (await index().CountQuestionsAsync(Other, At(0), probe.Cancellation)).Count, "What another company was asked");

            static QuestionAsked Asked(double at, bool isAnswered, string? faq = null) => new(At(at), new AskedQuestion("May I bring a dog?", isAnswered) { Faq = faq });
        }),

        Case("Count_SomeEnded_BalancesWithTheJournal", async (probe, index) =>
        {
            var none = await index().CountAsync(DateTimeOffset.MinValue, probe.Cancellation);
            Expect.Equal((0L, 0L, 0), (none.Received, none.Live, none.Outcomes.Count), "The counts of an empty journal");
            for (var i = 0; i < 9; i++)
            {
                var call = probe.NewCall();
                await probe.AppendAsync(call, 0, Received(At(i)));
                if (i % 3 != 0)
                {
                    await probe.AppendAsync(call, 1, new CallEnded(At(i + 50), new CallOutcome(i % 3 == 1 ? CallOutcomeKind.Abandoned : CallOutcomeKind.Completed, CallStage.Queue)));
                }
            }

            var counts = await index().CountAsync(At(2), probe.Cancellation);
            Expect.Equal((7L, 2L), (counts.Received, counts.Live), "Calls received and live since the third");
            Expect.Sequence(
                [(CallOutcomeKind.Completed, 3L), (CallOutcomeKind.Abandoned, 2L)], counts.Outcomes.OrderBy(o => o.Key).Select(o => (o.Key, o.Value)), "Outcomes since the third");
        }),
    ];

    private static async Task ExpectRecordingsAsync(JournalProbe probe, ICallIndex index, CallRecord record, string after)
    {
        var shown = (await index.ListRecordingsAsync(new RecordingFilter(TenantScope.Office), probe.Cancellation)).Where(r => r.Call == record.Id).ToList();
        var wanted = record.Recordings.OrderByDescending(r => r.Id).ToList();

        // The pauses are compared by themselves: lists are equal only when they are the same one.
        Expect.Sequence(
            wanted.Select(r => new RecordingEntry(record.Id, record.Company, r with { Field = null, Pauses = [] })),
            shown.Select(r => r with { Recording = r.Recording with { Pauses = [] } }),
            $"The recordings after {after}");
        Expect.Sequence(wanted.SelectMany(r => r.Pauses), shown.SelectMany(r => r.Recording.Pauses), $"The pauses after {after}");
    }

    /// <summary>A call with a wait, an operator, a transfer and a message.</summary>
    private static IReadOnlyList<CallEvent> Ended(int at, CompanyId company) =>
    [
        Received(At(at)),
        Planned(company) with { At = At(at + 1) },
        new CallAnswered(At(at + 2)),
        new CallQueued(At(at + 3), At(at + 3)),
        new QueueLeft(At(at + 4), QueueExit.WaitLimit),
        new CallEnded(At(at + 5), new CallOutcome(CallOutcomeKind.Abandoned, CallStage.Message)),
        new CallClosed(At(at + 6)),
    ];
}
