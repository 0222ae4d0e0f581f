using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.CallEventSamples;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="ICallbackStore"/> promises, as cases.</summary>
public static class CallbackStoreConformance
{
    private const string Anna = "+79211234567";
    private const string Boris = "+79217654321";

    private static readonly CompanyId Other = CompanyId.Parse("other");

    /// <summary>The cases. Each wants an empty journal.</summary>
    public static IReadOnlyList<ConformanceCase<ICallbackTestBench>> Cases { get; } =
    [
        .. Enum.GetValues<CallOutcomeKind>().Select(kind => Case($"End_{kind}_LeavesTheTaskOfItsRule", async (probe, callbacks) =>
        {
            var record = await CallAsync(probe, Anna, 0, kind);

            await probe.ReopenAsync();
            Expect.Sequence(CallbackTask.Of(record) is { } task ? [task] : [], await OpenAsync(probe, callbacks()), $"The open tasks after a call that ended {kind}");
        })),

        Case("End_InSteps_LeavesOneTask", async (probe, callbacks) =>
        {
            var call = probe.NewCall();
            await probe.AppendAsync(call, 0, Received(At(0)));
            await probe.AppendAsync(call, 1, Planned(Company));
            Expect.Sequence([], await OpenAsync(probe, callbacks()), "The open tasks while the call lives");
            await probe.AppendAsync(call, 2, Abandoned(9));
            Expect.Equal(1, (await OpenAsync(probe, callbacks())).Count, "How many tasks are open when it has ended");
            await probe.AppendAsync(call, 3, new CallClosed(At(10)));
            Expect.Equal(1, (await OpenAsync(probe, callbacks())).Count, "How many tasks are open when it is closed");
        }),

        Case("End_NumberWithheld_LeavesNone", async (probe, callbacks) =>
        {
            await CallAsync(probe, "", 0, CallOutcomeKind.Abandoned);
            Expect.Sequence([], await OpenAsync(probe, callbacks()), "The open tasks");
        }),

        Case("End_NoCompany_LeavesNone", async (probe, callbacks) =>
        {
            await probe.AppendAsync(probe.NewCall(), 0, Received(At(0)), Abandoned(1));
            Expect.Sequence([], await OpenAsync(probe, callbacks()), "The open tasks");
        }),

        Case("End_AppendRefused_LeavesNone", async (probe, callbacks) =>
        {
            var call = await probe.ReceivedAsync(Company);
            await Expect.ThrowsAsync<JournalConflictException>(() => probe.AppendAsync(call, 7, Abandoned(9)), "Appending at a wrong version");
            Expect.Sequence([], await OpenAsync(probe, callbacks()), "The open tasks");
        }),

        Case("End_VoiceMessageLeftWithTheFallback_LeavesNone", async (probe, callbacks) =>
        {
            var call = probe.NewCall();
            await probe.AppendAsync(
                call, 0, Received(At(0)), Planned(Company), new MessageTaken(At(5), Message(call, 1)), new CallEnded(At(6), new CallOutcome(CallOutcomeKind.TakenByFallback, CallStage.Intake)));
            Expect.Sequence([], await OpenAsync(probe, callbacks()), "The open tasks");
        }),

        Case("CalledAgain_Served_EndsTheEarlierOnesOfThisNumberAndCompany", async (probe, callbacks) =>
        {
            var first = await CallAsync(probe, Anna, 0, CallOutcomeKind.Abandoned);
            var second = await CallAsync(probe, Anna, 10, CallOutcomeKind.LostByPbx);
            var ofBoris = await CallAsync(probe, Boris, 20, CallOutcomeKind.Abandoned);
            var ofOther = await CallAsync(probe, Anna, 30, CallOutcomeKind.Abandoned, Other);
            var served = await CallAsync(probe, Anna, 40, CallOutcomeKind.Completed);
            var later = await CallAsync(probe, Anna, 50, CallOutcomeKind.Abandoned);

            await probe.ReopenAsync();
            Expect.Sequence([ofBoris.Id, ofOther.Id, later.Id], (await OpenAsync(probe, callbacks())).Select(t => t.Call), "The calls of the open tasks");
            Expect.Equal(3, await callbacks().CountOpenAsync(probe.Cancellation), "How many are open");
            var all = await callbacks().ListAsync(new CallbackFilter(TenantScope.Office, WithEnded: true), probe.Cancellation);
            Expect.Sequence([first.Id, second.Id, ofBoris.Id, ofOther.Id, later.Id], all.Select(t => t.Call), "The calls of all tasks");
            Expect.Equal(new CallbackEnd(served.EndedAt!.Value, null, null, served.Id), all[0].End, "How the first task ended");
            Expect.Equal(all[0].End, all[1].End, "How the second task ended");
        }),

        Case("CalledAgain_NotServed_EndsNothing", async (probe, callbacks) =>
        {
            await CallAsync(probe, Anna, 0, CallOutcomeKind.Abandoned);
            await CallAsync(probe, Anna, 10, CallOutcomeKind.Refused);
            await CallAsync(probe, Anna, 20, CallOutcomeKind.MissedWhileDown);
            Expect.Equal(2, await callbacks().CountOpenAsync(probe.Cancellation), "How many are open");
        }),

        Case("CalledAgain_EarlierCallEndsAfterTheOneServed_IsEndedFromTheStart", async (probe, callbacks) =>
        {
            var early = probe.NewCall();
            var served = await CallAsync(probe, Anna, 40, CallOutcomeKind.Transferred);
            await CallAsync(probe, Anna, 60, CallOutcomeKind.Completed);
            await probe.AppendAsync(early, 0, From(Anna, 0), Planned(Company), Abandoned(90));

            Expect.Sequence([], await OpenAsync(probe, callbacks()), "The open tasks");
            var task = (await callbacks().ListAsync(new CallbackFilter(TenantScope.Office, WithEnded: true), probe.Cancellation)).Single();
            Expect.Equal((early, (CallId?)served.Id), (task.Call, task.End?.CalledAgain), "The task, and the call that ended it");
        }),

        Case("End_ByAPerson_IsKeptAndFinal", async (probe, callbacks) =>
        {
            var call = await CallAsync(probe, Anna, 0, CallOutcomeKind.Abandoned);
            var end = new CallbackEnd(At(100), "olga", "Reached; «wants» a'brochure\n😀");
            Expect.That(await callbacks().EndAsync(call.Id, end, probe.Cancellation), "An open task was not ended.");
            Expect.That(!await callbacks().EndAsync(call.Id, end with { By = "rita" }, probe.Cancellation), "An ended task was ended again.");
            Expect.That(!await callbacks().EndAsync(probe.NewCall(), end, probe.Cancellation), "A task that does not exist was ended.");
            await CallAsync(probe, Anna, 200, CallOutcomeKind.Completed);

            await probe.ReopenAsync();
            Expect.Sequence([], await OpenAsync(probe, callbacks()), "The open tasks");
            Expect.Equal(end, (await callbacks().ListAsync(new CallbackFilter(TenantScope.Office, WithEnded: true), probe.Cancellation)).Single().End, "How it ended");
        }),

        Case("CalledBack_InVain_IsCountedByTheTask", async (probe, callbacks) =>
        {
            var missed = await CallAsync(probe, Anna, 0, CallOutcomeKind.Abandoned);
            await CallBackAsync(probe, missed, 10, CallOutcomeKind.NotReached, isDialled: true);
            await CallBackAsync(probe, missed, 20, CallOutcomeKind.NotReached, isDialled: false);
            var last = await CallBackAsync(probe, missed, 30, CallOutcomeKind.Abandoned, isDialled: true);

            await probe.ReopenAsync();
            var task = Expect.NotNull(await callbacks().FindAsync(missed.Id, probe.Cancellation), "The task of the call");
            Expect.Equal((2, last.EndedAt, (CallbackEnd?)null), (task.Attempts, task.LastAttemptAt, task.End), "Attempts, the time of the last one, and the end of the task");
            Expect.Sequence([task], await OpenAsync(probe, callbacks()), "The open tasks");
        }),

        Case("CalledBack_Served_EndsTheTask", async (probe, callbacks) =>
        {
            var missed = await CallAsync(probe, Anna, 0, CallOutcomeKind.Abandoned);
            var served = await CallBackAsync(probe, missed, 10, CallOutcomeKind.Completed, isDialled: true);

            Expect.Sequence([], await OpenAsync(probe, callbacks()), "The open tasks");
            Expect.Equal(served.Id, (await callbacks().FindAsync(missed.Id, probe.Cancellation))?.End?.CalledAgain, "The call that ended the task");
        }),

        Case("Find_NoTask_IsNull", async (probe, callbacks) =>
        {
            var served = await CallAsync(probe, Anna, 0, CallOutcomeKind.Completed);
            Expect.Equal(null, await callbacks().FindAsync(served.Id, probe.Cancellation), "The task of a call that was served");
            Expect.Equal(null, await callbacks().FindAsync(probe.NewCall(), probe.Cancellation), "The task of a call that does not exist");
        }),

        Case("List_ByPages_GivesEachTaskOfTheScopeOnceOldestFirst", async (probe, callbacks) =>
        {
            var tasks = new List<CallbackTask>();
            for (var i = 0; i < 12; i++)
            {
                tasks.Add(CallbackTask.Of(await CallAsync(probe, i % 2 == 0 ? Anna : Boris, i, CallOutcomeKind.Abandoned, i % 3 == 0 ? Other : Company))!);
            }

            foreach (var scope in new[] { TenantScope.Office, TenantScope.Of(Other), TenantScope.Of(CompanyId.Parse("nobody")) })
            {
                var seen = new List<CallbackTask>();
                while (await callbacks().ListAsync(new CallbackFilter(scope, seen.Count == 0 ? null : seen[^1].Call, 5), probe.Cancellation) is { Count: > 0 } page)
                {
                    Expect.That(page.Count <= 5, $"A page of at most 5 has {page.Count}.");
                    seen.AddRange(page);
                }

                Expect.Sequence(tasks.Where(t => scope.Company is not { } company || t.Company == company), seen, $"The tasks of {scope.Company?.Value ?? "the office"}, page by page");
            }
        }),
    ];

    private static CallReceived From(string number, double at) => Received(At(at)) with { Caller = CallerId.Clean(number, "Anna") };

    private static CallEnded Abandoned(double at) => new(At(at), new CallOutcome(CallOutcomeKind.Abandoned, CallStage.Queue, TimeSpan.FromSeconds(at)));

    private static async Task<CallRecord> CallAsync(JournalProbe probe, string number, double at, CallOutcomeKind kind, CompanyId? company = null)
    {
        var call = probe.NewCall();
        CallEvent[] events = [From(number, at), Planned(company ?? Company), new CallEnded(At(at + 5), new CallOutcome(kind, CallStage.Conversation)), new CallClosed(At(at + 6))];
        await probe.AppendAsync(call, 0, events);
        return CallRecord.Fold(call, events);
    }

    private static async Task<CallRecord> CallBackAsync(JournalProbe probe, CallRecord missed, double at, CallOutcomeKind kind, bool isDialled)
    {
        var call = probe.NewCall();
        CallEvent[] events =
        [
            From(Anna, at) with { CallsBack = missed.Id }, Planned(Company), .. isDialled ? [new CallerDialled(At(at + 1))] : Array.Empty<CallEvent>(),
            new CallEnded(At(at + 5), new CallOutcome(kind, CallStage.CallingBack)),
        ];
        await probe.AppendAsync(call, 0, events);
        return CallRecord.Fold(call, events);
    }

    private static Task<IReadOnlyList<CallbackTask>> OpenAsync(JournalProbe probe, ICallbackStore callbacks) =>
        callbacks.ListAsync(new CallbackFilter(TenantScope.Office), probe.Cancellation);

    private static ConformanceCase<ICallbackTestBench> Case(string name, Func<JournalProbe, Func<ICallbackStore>, Task> run) =>
        new(name, (bench, cancellationToken) => run(new JournalProbe(bench, cancellationToken), () => bench.Callbacks));
}
