using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Testing.TelephonyConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>The PBX's own records of calls. A provider without that ability passes.</summary>
internal static class CallRecordCases
{
    /// <summary>How long a caller speaks to the fallback, whose announcement comes first.</summary>
    private static readonly TimeSpan FallbackTime = TimeSpan.FromSeconds(20);

    public static IEnumerable<ConformanceCase<ITelephonyTestBench>> All { get; } =
    [
        Case("CallRecord_AnsweredCall_IsThere", WithRecords(async (probe, records) =>
        {
            var (party, offer) = await probe.OfferedCallAsync();
            await TelephonyProbe.DoneAsync(probe.Pbx.AnswerAsync(offer.Leg, probe.Cancellation), "Answer");
            await probe.PassAsync(TimeSpan.FromSeconds(2));
            await party.HangUpAsync(probe.Cancellation);

            var record = await FindAsync(probe.Bench, records, null, r => r.Leg == offer.Leg, probe.Cancellation);

            Expect.Equal(offer.Dialled, record.Dialled, "The dialled number");
            Expect.Equal(offer.Caller, record.Caller, "The caller");
            Expect.That(!record.TakenByFallback, "The office answered, and the record says that the fallback did.");
            Expect.Equal(null, record.VoiceMessage, "The fallback's voice message");
            Expect.Between(TimeSpan.FromSeconds(0.5), probe.Bench.Deadline, record.EndedAt - record.StartedAt, "How long a call of about two seconds lasted");
            Expect.Equal(TimeSpan.Zero, record.StartedAt.Offset, "The offset of the time from UTC");
            Expect.Between(TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(10), probe.Bench.Clock.GetUtcNow() - record.EndedAt, "How long ago it ended");
        })),

        Case("CallRecord_CallerHungUpWhileRinging_IsThere", WithRecords(async (probe, records) =>
        {
            var (party, offer) = await probe.OfferedCallAsync();
            await party.HangUpAsync(probe.Cancellation);

            var record = await FindAsync(probe.Bench, records, null, r => r.Leg == offer.Leg, probe.Cancellation);

            Expect.Equal(offer.Dialled, record.Dialled, "The dialled number");
            Expect.That(!record.TakenByFallback, "Nobody answered, and the record says that the fallback did.");
        })),

        Case("CallRecord_CallEndedWhileDisconnected_IsThere", WithRecords(async (probe, records) =>
        {
            var (party, leg) = await probe.AnsweredCallAsync();
            await probe.InterruptAsync(party.HangUpAsync);

            var record = await FindAsync(probe.Bench, records, null, r => r.Leg == leg, probe.Cancellation);

            Expect.That(!record.TakenByFallback, "The office answered, and the record says that the fallback did.");
        })),

        Case("CallRecord_DialledLeg_IsNot", WithRecords(async (probe, records) =>
        {
            var dialled = await probe.AnsweredLegAsync(probe.Device);
            await TelephonyProbe.DoneAsync(probe.Pbx.HangUpAsync(dialled, LegEndCause.Normal, probe.Cancellation), "HangUp");
            await probe.EndOfAsync(dialled);
            var (party, offer) = await probe.OfferedCallAsync();
            await party.HangUpAsync(probe.Cancellation);
            await FindAsync(probe.Bench, records, null, r => r.Leg == offer.Leg, probe.Cancellation);

            Expect.That((await ReadAsync(records, null, probe.Cancellation)).TrueForAll(r => r.Leg != dialled), "A leg that the office dialled is among the calls from outside.");
        })),

        Case("CallRecord_Bookmark_IsWhereReadingGoesOn", WithRecords(async (probe, records) =>
        {
            var first = await EndedCallAsync(probe, records);
            var second = await EndedCallAsync(probe, records);

            var behind = await ReadAsync(records, first.Bookmark, probe.Cancellation);

            Expect.That(behind.TrueForAll(r => r.Leg != first.Leg), "The record in front of its bookmark is read again.");
            Expect.That(behind.Exists(r => r.Leg == second.Leg), "The record behind a bookmark is not read.");
            Expect.Equal(0, (await ReadAsync(records, second.Bookmark, probe.Cancellation)).Count, "How many records there are behind the last one");
        })),

        Case("CallRecord_BookmarkOfNowhere_IsTakenAsNone", WithRecords(async (probe, records) =>
        {
            var record = await EndedCallAsync(probe, records);
            foreach (var bookmark in new[] { "", "no such bookmark", "9999999999999:0", "-1" })
            {
                Expect.That((await ReadAsync(records, bookmark, probe.Cancellation)).Exists(r => r.Leg == record.Leg), $"With the bookmark '{bookmark}' a record is not read.");
            }
        })),

        // Nobody connects: the fallback must begin to record a message while the caller speaks.
        new("CallRecord_NobodyConnected_HasTheFallbacksVoiceMessage", async (bench, cancellationToken) =>
        {
            if (bench.Provider is not IPbxCallRecords records)
            {
                return;
            }

            var known = (await ReadAsync(records, null, cancellationToken)).Select(r => r.Leg).ToHashSet();
            var party = await bench.PlaceCallAsync(bench.DialledNumber, "+79211234567", null, cancellationToken);
            await party.SpeakAsync(FallbackTime * 2, cancellationToken);
            await Task.Delay(FallbackTime, bench.Clock, cancellationToken);
            Expect.That(!party.IsGone, "The fallback's voice message ended although the caller speaks.");
            Expect.That((await ReadAsync(records, null, cancellationToken)).TrueForAll(r => known.Contains(r.Leg)), "There is a record of a call that goes on.");
            await party.HangUpAsync(cancellationToken);

            var record = await FindAsync(bench, records, null, r => !known.Contains(r.Leg), cancellationToken);

            Expect.Equal(bench.DialledNumber, record.Dialled, "The dialled number");
            Expect.Equal("+79211234567", record.Caller.Number?.ToString(), "The caller's number");
            Expect.That(record.TakenByFallback, "The fallback took the call, and the record does not say so.");
            Expect.That(record.VoiceMessage is not null, "The fallback recorded a message, and the record has none.");
            await FetchAndDeleteAsync(bench, record.VoiceMessage!.Value, cancellationToken);
            var again = (await ReadAsync(records, null, cancellationToken)).Find(r => r.Leg == record.Leg);
            Expect.Equal(null, again?.VoiceMessage, "The voice message after it was deleted");
        }),
    ];

    private static Func<TelephonyProbe, Task> WithRecords(Func<TelephonyProbe, IPbxCallRecords, Task> run) =>
        probe => probe.Pbx is IPbxCallRecords records ? run(probe, records) : Task.CompletedTask;

    private static async Task<PbxCallRecord> EndedCallAsync(TelephonyProbe probe, IPbxCallRecords records)
    {
        var (party, offer) = await probe.OfferedCallAsync();
        await party.HangUpAsync(probe.Cancellation);
        return await FindAsync(probe.Bench, records, null, r => r.Leg == offer.Leg, probe.Cancellation);
    }

    /// <summary>Reads until a record is there: a PBX writes it when the call has ended, in its own time.</summary>
    private static async Task<PbxCallRecord> FindAsync(ITelephonyTestBench bench, IPbxCallRecords records, string? bookmark, Predicate<PbxCallRecord> match, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromSeconds(0.2))
        {
            if ((await ReadAsync(records, bookmark, cancellationToken)).Find(match) is { } record)
            {
                return record;
            }

            Expect.That(waited < bench.Deadline, "A call has ended, and there is no record of it.");
            await Task.Delay(TimeSpan.FromSeconds(0.2), bench.Clock, cancellationToken);
        }
    }

    private static async Task<List<PbxCallRecord>> ReadAsync(IPbxCallRecords records, string? bookmark, CancellationToken cancellationToken)
    {
        var read = new List<PbxCallRecord>();
        await foreach (var record in records.ReadCallRecordsAsync(bookmark, cancellationToken))
        {
            read.Add(record);
        }

        return read;
    }

    private static async Task FetchAndDeleteAsync(ITelephonyTestBench bench, RecordingId message, CancellationToken cancellationToken)
    {
        Expect.Equal(new RecordingSnapshot(message, IsLive: false), await bench.Provider.FindRecordingAsync(message, cancellationToken), "The fallback's voice message that is looked up");
        await using (var stream = Expect.NotNull(await bench.Provider.FetchRecordingAsync(message, cancellationToken), "The fallback's voice message cannot be fetched."))
        {
            var wav = await WavFile.ReadAsync(stream, cancellationToken);
            Expect.Between(TimeSpan.FromSeconds(1), FallbackTime + bench.Deadline, wav.Duration, "The length of the fallback's voice message");
        }

        await TelephonyProbe.DoneAsync(bench.Provider.DeleteRecordingAsync(message, cancellationToken), "DeleteRecording");
        Expect.That(await bench.Provider.FetchRecordingAsync(message, cancellationToken) is null, "A deleted voice message can still be fetched.");
    }
}
