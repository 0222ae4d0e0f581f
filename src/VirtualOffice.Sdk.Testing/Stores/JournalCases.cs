using System.Reflection;
using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;
using static VirtualOffice.Sdk.Testing.CallEventSamples;
using static VirtualOffice.Sdk.Testing.JournalConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Appending.</summary>
internal static class JournalCases
{
    public static IEnumerable<ConformanceCase<IJournalTestBench>> All { get; } =
    [
        Case("Append_EveryKindOfEvent_IsReadBackAlike", async probe =>
        {
            var call = probe.NewCall();
            var events = WholeJournal(call);
            var kinds = typeof(CallEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType.Name).Order(StringComparer.Ordinal);
            Expect.Sequence(kinds, events.Select(e => e.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), "The kinds of events that this case knows");

            for (var version = 0; version < events.Count; version++)
            {
                await probe.AppendAsync(call, version, events[version]);
            }

            await probe.ReopenAsync();
            Expect.Sequence(events.Select(JournalProbe.Text), (await probe.ReadAsync(call)).Select(JournalProbe.Text), "The events that were appended");
            Expect.That(CallRecord.Fold(call, await probe.ReadAsync(call)).IsClosed, "The fold of the journal is not closed.");
        }),

        Case("Append_ManyAtOnce_KeepsTheirOrder", async probe =>
        {
            var call = probe.NewCall();
            CallEvent[] events = [Received(At(0)), .. Enumerable.Range(1, 200).Select(i => new CallAnswered(At(-i)))];
            await probe.AppendAsync(call, 0, events);
            Expect.Sequence(events, await probe.ReadAsync(call), "The order of events, whatever their times");
        }),

        Case("Append_NewCallThatExists_Conflicts", async probe => await ConflictsAsync(probe, await probe.ReceivedAsync(), 0)),

        Case("Append_VersionTooHigh_Conflicts", async probe => await ConflictsAsync(probe, await probe.ReceivedAsync(), 2)),

        Case("Append_VersionTooLow_Conflicts", async probe => await ConflictsAsync(probe, await probe.ReceivedAsync(Company), 1)),

        Case("Append_UnknownCallWithVersion_ConflictsAndMakesNoCall", async probe =>
        {
            var call = probe.NewCall();
            await Expect.ThrowsAsync<JournalConflictException>(() => probe.AppendAsync(call, 3, new CallAnswered(At(1))), "Appending to a call that does not exist");
            Expect.That(await probe.Journal.ReadAsync(call, probe.Cancellation) is null, "A refused append made a call.");
        }),

        Case("Append_Conflict_WritesNeitherEventsNorDeliveries", async probe =>
        {
            var (call, message) = await probe.MessageAsync(10);
            var other = CallEventSamples.Message(call, 77);
            await Expect.ThrowsAsync<JournalConflictException>(
                () => probe.AppendAsync(call, 1, [new MessageTaken(At(2), other), new CallAnswered(At(3))], [Delivery(other, 1, At(10)), Delivery(other, 2, At(10))]),
                "Appending at a wrong version");

            Expect.Equal(2, (await probe.ReadAsync(call)).Count, "The number of events after a refused append");
            Expect.Sequence([new DeliveryId(message.Id, 1)], (await probe.Outbox.ReadAsync(call, probe.Cancellation)).Select(d => d.Id), "The deliveries after a refused append");
        }),

        Case("Append_ManyWritersAtOneVersion_OneWins", async probe =>
        {
            var call = await probe.ReceivedAsync();
            var writers = Enumerable.Range(1, 8).Select(i => Attempt(probe, call, i)).ToList();
            var won = 0;
            foreach (var writer in writers)
            {
                won += await writer ? 1 : 0;
            }

            Expect.Equal(1, won, "How many of eight writers at one version won");
            Expect.Equal(2, (await probe.ReadAsync(call)).Count, "The number of events after eight writers");
        }),

        Case("Append_ManyCallsAtOnce_AllAreKept", async probe =>
        {
            var calls = Enumerable.Range(0, 20).Select(_ => probe.NewCall()).ToList();
            var writers = calls.Select(call => probe.AppendAsync(call, 0, Received(At(0)), new CallAnswered(At(1)))).ToList();
            foreach (var writer in writers)
            {
                await writer;
            }

            await probe.ReopenAsync();
            foreach (var call in calls)
            {
                Expect.Equal(2, (await probe.ReadAsync(call)).Count, "The number of events of a call written beside others");
            }
        }),

        Case("Read_UnknownCall_IsNull", async probe =>
            Expect.That(await probe.Journal.ReadAsync(probe.NewCall(), probe.Cancellation) is null, "A call that was never received is found.")),

        Case("Check_Twice_Succeeds", async probe =>
        {
            await probe.Journal.CheckAsync(probe.Cancellation);
            var call = await probe.ReceivedAsync();
            await probe.Journal.CheckAsync(probe.Cancellation);
            Expect.Equal(1, (await probe.ReadAsync(call)).Count, "The number of events after a check");
        }),
    ];

    private static async Task ConflictsAsync(JournalProbe probe, CallId call, long version)
    {
        var before = (await probe.ReadAsync(call)).Count;
        var conflict = await Expect.ThrowsAsync<JournalConflictException>(() => probe.AppendAsync(call, version, new CallAnswered(At(5))), $"Appending at version {version} to a journal of {before}");
        Expect.Equal((call, version), (conflict.Call, conflict.ExpectedVersion), "What the exception says");
        Expect.Equal(before, (await probe.ReadAsync(call)).Count, "The number of events after a refused append");
        await probe.AppendAsync(call, before, new CallAnswered(At(5)));
    }

    private static async Task<bool> Attempt(JournalProbe probe, CallId call, int number)
    {
        try
        {
            await probe.AppendAsync(call, 1, new CallAnswered(At(number)));
            return true;
        }
        catch (JournalConflictException)
        {
            return false;
        }
    }
}
