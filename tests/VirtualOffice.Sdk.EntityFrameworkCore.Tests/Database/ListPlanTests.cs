using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>That every list seeks in an index when there are many rows, on the database of a derived class.</summary>
public abstract class ListPlanTests
{
    protected const int Calls = 20_000;

    private static readonly DateTimeOffset Start = new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryList_ManyRows_SeeksInAnIndex()
    {
        await using var plans = await StartAsync();
        var (host, index, outbox, callbacks) = (plans.Host, plans.Host.Get<ICallIndex>(), plans.Host.Outbox, plans.Host.Get<ICallbackStore>());
        var (middle, id) = (Id(Calls / 2), new DeliveryId(new MessageId(Id(Calls / 2).Value), 1));
        var (from, until) = (Start.AddSeconds(5000), Start.AddSeconds(5100));
        foreach (var scope in new[] { TenantScope.Office, TenantScope.Of(Samples.Fox) })
        {
            var calls = new CallFilter(scope, middle, 20);
            await plans.SeeksAsync("calls", () => index.ListCallsAsync(calls, Cancel));
            await plans.SeeksAsync("calls of an outcome", () => index.ListCallsAsync(calls with { Outcome = CallOutcomeKind.LostByPbx }, Cancel));
            await plans.SeeksAsync("calls of an operator", () => index.ListCallsAsync(calls with { Operator = OperatorId.Parse("op7") }, Cancel));
            await plans.SeeksAsync("calls of a caller", () => index.ListCallsAsync(calls with { Caller = PhoneNumber.Parse("+78124541234") }, Cancel));
            await plans.SeeksAsync("calls of a time", () => index.ListCallsAsync(calls with { From = from, Until = until }, Cancel));
            await plans.SeeksAsync("segments", () => index.ListSegmentsAsync(new SegmentFilter(scope, from, until), Cancel));
            await plans.SeeksAsync("later segments", () => index.ListSegmentsAsync(new SegmentFilter(scope, from, until, (Id(5050), 1)), Cancel));
            await plans.SeeksAsync("recordings", () => index.ListRecordingsAsync(new RecordingFilter(scope, (middle, RecordingId.Parse("r")), 20), Cancel));
            await plans.SeeksAsync("recordings of a state", () => index.ListRecordingsAsync(new RecordingFilter(scope, null, 20, RecordingState.Missing), Cancel));
            await plans.SeeksAsync("call-backs", () => callbacks.ListAsync(new CallbackFilter(scope, middle, 20), Cancel));
            await plans.SeeksAsync("all call-backs", () => callbacks.ListAsync(new CallbackFilter(scope, middle, 20, WithEnded: true), Cancel));
            await plans.SeeksAsync("deliveries", () => outbox.ListAsync(new DeliveryFilter(scope, null, id, 20), Cancel));
            await plans.SeeksAsync("failed deliveries", () => outbox.ListAsync(new DeliveryFilter(scope, DeliveryState.Failed, null, 20), Cancel));
            await plans.SeeksAsync("escalated deliveries", () => outbox.ListAsync(new DeliveryFilter(scope, null, null, 20, EscalatedOnly: true), Cancel));
            await plans.SeeksAsync("histories", () => host.Journal.ReadPageAsync(new CallQuery(scope, middle, 20), Cancel));

            var audit = new AuditFilter(scope, new AuditId(middle.Value), 20);
            var acts = host.Get<IAuditStore>();
            await plans.SeeksAsync("the audit", () => acts.ListAsync(audit, Cancel));
            await plans.SeeksAsync("the audit of a person", () => acts.ListAsync(audit with { By = "op7" }, Cancel));
            await plans.SeeksAsync("the audit of an act", () => acts.ListAsync(audit with { Act = AuditAct.Barge }, Cancel));
            await plans.SeeksAsync("the audit of a call", () => acts.ListAsync(audit with { Call = Id(77) }, Cancel));
            await plans.SeeksAsync("the audit of a time", () => acts.ListAsync(audit with { From = from, Until = until }, Cancel));
        }

        await plans.SeeksAsync("callers' legs", () => index.FindCallerLegsAsync([new LegId("main", "1"), new LegId("main", "2")], Cancel));
        await plans.SeeksAsync("counts of calls", () => index.CountAsync(Start.AddSeconds(Calls - 100), Cancel));
        await plans.SeeksAsync("count of open call-backs", () => callbacks.CountOpenAsync(Cancel));
        await plans.SeeksAsync("counts of deliveries", () => outbox.CountAsync(Start.AddSeconds(Calls - 100), Cancel));
        await plans.SeeksAsync("deliveries of a call", () => outbox.ReadAsync(middle, Cancel));
        await plans.SeeksAsync("attempts", () => outbox.ReadAttemptsAsync(id, Cancel));
        await plans.SeeksAsync("a history", () => host.Journal.ReadAsync(middle, Cancel));
        await plans.SeeksAsync("open calls", () => host.Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel).AsTask());
        await plans.SeeksAsync("a command", () => host.Get<ICommandInbox>().FindAsync(CommandId.Parse("c7"), Cancel));
    }

    /// <summary>A host on a database full of <see cref="Fill"/>.</summary>
    private protected abstract Task<PlanBench> StartAsync();

    /// <summary>SQL that makes many rows; <paramref name="id"/> makes an id of a number.</summary>
    protected static string Fill(Func<string, string> id)
    {
        const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)";
        var key = id("i");
        var time = $"{Start.UtcTicks} + i * CAST(10000000 AS bigint)";
        return $"""
            INSERT INTO "Calls" ("Id", "Company", "ReceivedAt", "Version", "IsClosed", "Outcome", "CallerLeg", "Dialled", "CallerText", "CallerNumber", "Operator", "ViewVersion")
            {Numbers} SELECT {key}, CASE WHEN i % 2 = 0 THEN 'fox-travel' ELSE 'owl' END, {time}, 1, i < 19950,
                CASE WHEN i >= 19950 THEN NULL WHEN i % 1000 = 0 THEN 'LostByPbx' WHEN i % 3 = 0 THEN 'Abandoned' ELSE 'Completed' END,
                'main:' || i, '1', '', '+7812454' || (1000 + i % 5000), 'op' || (i % 50), 1 FROM n;
            INSERT INTO "CallEvents" ("CallId", "Sequence", "Type", "Json", "At")
            {Numbers} SELECT {key}, 1, 'callAnswered', '{"{"}"type":"callAnswered","at":"2026-03-04T05:06:07Z"{"}"}', {time} FROM n;
            INSERT INTO "CallEvents" ("CallId", "Sequence", "Type", "Json", "At")
            {Numbers} SELECT {key}, 2, 'callAnswered', '{"{"}"type":"callAnswered","at":"2026-03-04T05:06:07Z"{"}"}', {time} FROM n;
            INSERT INTO "Segments" ("CallId", "Number", "Company", "ReceivedAt", "Kind", "From")
            {Numbers} SELECT {key}, 1, CASE WHEN i % 2 = 0 THEN 'fox-travel' ELSE 'owl' END, {time}, 'Queue', {time} FROM n;
            INSERT INTO "Recordings" ("CallId", "RecordingId", "Company", "IsVoiceMessage", "StartedAt", "State")
            {Numbers} SELECT {key}, 'r' || i, CASE WHEN i % 2 = 0 THEN 'fox-travel' ELSE 'owl' END, i < 0, {time}, CASE WHEN i % 1000 = 0 THEN 'Missing' ELSE 'Stored' END FROM n;
            INSERT INTO "Callbacks" ("CallId", "Company", "Number", "CalledAt", "Outcome", "Stage", "EndedAt")
            {Numbers} SELECT {key}, CASE WHEN i % 2 = 0 THEN 'fox-travel' ELSE 'owl' END, '+7812454' || (1000 + i % 5000), {time}, 'Abandoned', 'Queue', CASE WHEN i < 19900 THEN 1 END FROM n;
            INSERT INTO "Messages" ("Id", "CallId", "Company", "Json")
            {Numbers} SELECT {key}, {key}, 'fox-travel', '' FROM n;
            INSERT INTO "Deliveries" ("MessageId", "Number", "CallId", "Company", "Channel", "Recipient", "State", "Attempts", "DueAt", "ClaimedUntil", "CreatedAt", "EscalatedAt")
            {Numbers} SELECT {key}, 1, {key}, CASE WHEN i % 2 = 0 THEN 'fox-travel' ELSE 'owl' END, 'email', 'x', CASE WHEN i >= 19980 THEN 'Pending' WHEN i % 500 = 0 THEN 'Failed' ELSE 'Delivered' END,
                0, {time}, 0, {time}, CASE WHEN i % 900 = 0 THEN 1 END FROM n;
            INSERT INTO "DeliveryAttempts" ("MessageId", "Number", "Attempt", "At", "Outcome")
            {Numbers} SELECT {key}, 1, 1, {time}, 'Delivered' FROM n;
            INSERT INTO "Commands" ("Id", "CallId", "Fingerprint", "Answer", "At")
            {Numbers} SELECT 'c' || i, {key}, '', '', {time} FROM n;
            INSERT INTO "AuditEntries" ("Id", "At", "Act", "By", "Outcome", "CallId", "Company")
            {Numbers} SELECT {key}, {time}, CASE WHEN i % 50 = 0 THEN 'Barge' ELSE 'Listen' END, 'op' || (i % 50), 'Done', {key}, CASE WHEN i % 2 = 0 THEN 'fox-travel' ELSE 'owl' END FROM n;
            ANALYZE;
            """;
    }

    private static CallId Id(int number) => CallId.Parse(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));
}
