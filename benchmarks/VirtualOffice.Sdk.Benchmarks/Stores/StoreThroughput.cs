using System.Diagnostics;
using System.Globalization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Benchmarks.Stores;

/// <summary>
/// Durable appends a second, beside a bare loop of one insert and one commit on a connection of its own in the same run, and how long a start reads 10,000 open calls.
/// PostgreSQL is measured where VO_PG says how to reach a server (eng/postgres.sh env).
/// </summary>
public static class StoreThroughput
{
    private const int OpenCalls = 10_000;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(4);
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-");
        await using (var sqlite = await StoreDatabase.SqliteAsync(Path.Combine(folder.FullName, "office.db")))
        {
            await MeasureAsync(sqlite, output);
        }

        folder.Delete(recursive: true);
        if (Environment.GetEnvironmentVariable("VO_PG") is { Length: > 0 } server)
        {
            await using var postgres = await StoreDatabase.PostgreSqlAsync(server);
            await MeasureAsync(postgres, output);
        }
    }

    private static async Task MeasureAsync(StoreDatabase database, TextWriter output)
    {
        await WriteAsync(output, database, "bare inserts, one commit each", await BareAsync(database));
        foreach (var calls in new[] { 1, 8, 64, 256 })
        {
            await WriteAsync(output, database, $"appends of {calls} calls at once", await AppendsAsync(database, calls));
        }

        await WriteAsync(output, database, "bare inserts, one commit each", await BareAsync(database));
        await ReadOpenAsync(database, output);
    }

    private static Task WriteAsync(TextWriter output, StoreDatabase database, string what, double perSecond) =>
        output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{database.Name,-11} {what,-32} {perSecond,8:0} /s"));

    private static async Task<double> BareAsync(StoreDatabase database)
    {
        await using var connection = await database.ConnectAsync();
        await StoreDatabase.ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS bare (id bigint, text varchar(400))");
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO bare VALUES (1, @p0)";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@p0", new string('x', 150));
        command.Parameters.Add(parameter);
        var watch = Stopwatch.StartNew();
        var count = 0;
        for (; watch.Elapsed < Span; count++)
        {
            await command.ExecuteNonQueryAsync();
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> AppendsAsync(StoreDatabase database, int calls)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => Task.Run(async () =>
        {
            var call = new CallId(Guid.CreateVersion7());
            await database.Journal.AppendAsync(Received(call), CancellationToken.None);
            var version = 2;
            for (; watch.Elapsed < Span; version++)
            {
                await database.Journal.AppendAsync(new JournalAppend(call, version, [new CallAnswered(At)], []), CancellationToken.None);
            }

            await database.Journal.AppendAsync(
                new JournalAppend(call, version, [new CallEnded(At, new CallOutcome(CallOutcomeKind.Completed, CallStage.Conversation)), new CallClosed(At)], []), CancellationToken.None);
            return version;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task ReadOpenAsync(StoreDatabase database, TextWriter output)
    {
        foreach (var chunk in Enumerable.Range(0, OpenCalls).Chunk(500))
        {
            await Task.WhenAll(chunk.Select(_ => database.Journal.AppendAsync(Received(new CallId(Guid.CreateVersion7())), CancellationToken.None)));
        }

        var watch = Stopwatch.StartNew();
        var count = 0;
        await foreach (var history in database.Journal.ReadOpenAsync(CancellationToken.None))
        {
            count += history.Events.Count > 0 ? 1 : 0;
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{database.Name,-11} {count} open calls read in {watch.Elapsed.TotalSeconds:0.00} s"));
    }

    private static JournalAppend Received(CallId call) => new(
        call,
        0,
        [
            new CallReceived(At, new LegId("main", call.ToString()), "boot-1", "78124540001", CallerId.Clean("+79215550101", "Anna")),
            new CallPlanned(At, CompanyId.Parse("fox-travel"), "0123456789ab", HasGreeting: true, IsOpen: true),
        ],
        []);
}
