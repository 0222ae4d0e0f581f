using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>A database that the first version of the tables wrote.</summary>
public sealed class MigrateTests : IAsyncDisposable
{
    private const string FirstVersion = "20261122224320_Initial";

    private readonly TestDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task MigrateOfficeDatabaseAsync_OlderDatabase_FillsTheViewsFromTheJournal()
    {
        var host = await FirstVersionAsync();
        var (ended, live) = (Samples.NewCall(), Samples.NewCall());
        await WriteAsOlderAsync(ended, Journal(ended), from: 0);
        await WriteAsOlderAsync(live, [Samples.Received()], from: 0);

        await host.Provider.MigrateOfficeDatabaseAsync(Cancel);
        await host.Provider.MigrateOfficeDatabaseAsync(Cancel);

        await host.Journal.CheckAsync(Cancel);
        await AssertViewsAsync(host, live, [Samples.Received()]);
        await AssertViewsAsync(host, ended, Journal(ended));
        var delivery = Assert.Single(await host.Outbox.ReadAsync(ended, Cancel));
        Assert.Equal(Samples.At.AddSeconds(6), delivery.CreatedAt);
        Assert.Equal(2, (await host.Get<ICallIndex>().CountAsync(DateTimeOffset.MinValue, Cancel)).Received);
    }

    [Fact]
    public async Task CheckAsync_OlderHostWroteSinceTheMigration_FillsWhatItLeft()
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();
        var journal = Journal(call);
        await host.Journal.AppendAsync(Samples.Append(call, 0, [.. journal.Take(4)]), Cancel);
        await WriteAsOlderAsync(call, journal.Take(6).ToList(), from: 4);

        // What a host of this version appends meanwhile must not hide what is missing.
        await host.Journal.AppendAsync(Samples.Append(call, 6, journal[6]), Cancel);
        var next = await _database.StartHostAsync();

        await AssertViewsAsync(next, call, journal.Take(7).ToList());
    }

    [Fact]
    public async Task OlderHost_MigratedDatabase_StillAppendsAndReads()
    {
        var host = await FirstVersionAsync();
        await host.Provider.MigrateOfficeDatabaseAsync(Cancel);
        var call = Samples.NewCall();

        await WriteAsOlderAsync(call, Journal(call), from: 0);

        Assert.Equal(Journal(call).Count, (await host.Journal.ReadAsync(call, Cancel))!.Events.Count);
        Assert.Equal(DeliveryState.Pending, Assert.Single(await host.Outbox.ReadAsync(call, Cancel)).State);
    }

    [Fact]
    public async Task MigrateOfficeDatabaseAsync_JournalThatCannotBeRead_FillsTheOthers()
    {
        var host = await FirstVersionAsync();
        var (bad, good) = (Samples.NewCall(), Samples.NewCall());
        await WriteAsOlderAsync(bad, Journal(bad), from: 0);
        await WriteAsOlderAsync(good, Journal(good), from: 0);
        await _database.ExecuteAsync($"""UPDATE "CallEvents" SET "Json" = 'x' WHERE "CallId" = '{bad}' AND "Sequence" = 3""");

        await host.Provider.MigrateOfficeDatabaseAsync(Cancel);

        Assert.Equal([good], (await host.Get<ICallIndex>().ListCallsAsync(new CallFilter(TenantScope.Office), Cancel)).Select(c => c.Call));
    }

    private static IReadOnlyList<CallEvent> Journal(CallId call)
    {
        var (offer, recording) = (new OfferId(call.Value), RecordingId.Parse("rec_1"));
        return
        [
            Samples.Received(),
            Samples.Planned(Samples.Fox),
            new CallAnswered(Samples.At.AddSeconds(2)),
            new OfferMade(Samples.At.AddSeconds(3), offer, OperatorId.Parse("olga"), new LegId("main", "op")),
            new RecordingStarted(Samples.At.AddSeconds(4), recording),
            new OfferEnded(Samples.At.AddSeconds(5), offer, OfferResult.Accepted),
            new MessageTaken(Samples.At.AddSeconds(6), Samples.Message(call, new MessageId(call.Value))),
            new CallEnded(Samples.At.AddSeconds(7), new CallOutcome(CallOutcomeKind.MessageTaken, CallStage.Conversation)),
            new RecordingEnded(Samples.At.AddSeconds(8), recording, RecordingState.Stored, new StoredRecording(12, new string('a', 64), TimeSpan.FromSeconds(1)), null),
            new CallClosed(Samples.At.AddSeconds(9)),
        ];
    }

    private static async Task AssertViewsAsync(TestHost host, CallId call, IReadOnlyList<CallEvent> events)
    {
        var (index, r) = (host.Get<ICallIndex>(), CallRecord.Fold(call, events));
        var summary = new CallSummary(r.Id, r.Version, r.Company, r.CallerLeg, r.Dialled, r.Caller, r.ReceivedAt, r.AnsweredAt, r.EndedAt, r.Outcome?.Kind, r.Operator, r.IsClosed);
        Assert.Equal(summary, (await index.ListCallsAsync(new CallFilter(TenantScope.Office), Cancel)).Single(c => c.Call == call));
        var recordings = await index.ListRecordingsAsync(new RecordingFilter(TenantScope.Office), Cancel);
        Assert.Equal(r.Recordings.Select(x => new RecordingEntry(call, r.Company, x)), recordings.Where(x => x.Call == call));
        var segments = await index.ListSegmentsAsync(new SegmentFilter(TenantScope.Office, Samples.At, Samples.At.AddDays(1)), Cancel);
        Assert.Equal(r.Outcome is null ? [] : r.Segments.Select((s, i) => new SegmentEntry(call, i + 1, r.Company, s)), segments.Where(s => s.Call == call));
    }

    /// <summary>A host on a database with the tables of the first version.</summary>
    private async Task<TestHost> FirstVersionAsync()
    {
        var host = _database.AddHost();
        await using var context = await host.Get<IDbContextFactory<OfficeDbContext>>().CreateDbContextAsync(Cancel);
        await context.Database.ExecuteSqlRawAsync(context.GetService<IMigrator>().GenerateScript(null, FirstVersion), Cancel);
        return host;
    }

    /// <summary>Appends as the first version did: it knows nothing of the views.</summary>
    private async Task WriteAsOlderAsync(CallId call, IReadOnlyList<CallEvent> events, int from)
    {
        var company = events.Skip(from).OfType<CallPlanned>().Any() ? "'fox-travel'" : "NULL";
        var outcome = events.OfType<CallEnded>().LastOrDefault() is { } ended ? $"'{ended.Outcome.Kind}'" : "NULL";
        var closed = events[^1] is CallClosed ? 1 : 0;
        await _database.ExecuteAsync(from == 0
            ? $"""INSERT INTO "Calls" ("Id", "Company", "ReceivedAt", "Version", "IsClosed", "Outcome") VALUES ('{call}', {company}, {events[0].At.UtcTicks}, {events.Count}, {closed}, {outcome})"""
            : $"""UPDATE "Calls" SET "Company" = COALESCE({company}, "Company"), "Version" = {events.Count}, "IsClosed" = {closed}, "Outcome" = {outcome} WHERE "Id" = '{call}'""");
        for (var i = from; i < events.Count; i++)
        {
            var json = OfficeJson.Write(events[i]).Replace("'", "''", StringComparison.Ordinal);
            await _database.ExecuteAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"""INSERT INTO "CallEvents" ("CallId", "Sequence", "Type", "Json", "At") VALUES ('{call}', {i + 1}, '{OfficeJson.TypeOf(events[i])}', '{json}', {events[i].At.UtcTicks})"""));
            if (events[i] is MessageTaken { Message.Id: var message })
            {
                await _database.ExecuteAsync($"""INSERT INTO "Messages" ("Id", "CallId", "Company", "Json") VALUES ('{message}', '{call}', 'fox-travel', '')""");
                await _database.ExecuteAsync($"""
                    INSERT INTO "Deliveries" ("MessageId", "Number", "CallId", "Company", "Channel", "Recipient", "State", "Attempts", "DueAt", "LastError", "ClaimedUntil")
                    VALUES ('{message}', 1, '{call}', 'fox-travel', 'email', 'x', 'Pending', 0, 5, NULL, 0)
                    """);
            }
        }
    }
}
