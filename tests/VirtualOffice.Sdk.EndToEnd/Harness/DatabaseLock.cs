using System.Globalization;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>Another process that holds SQLite's write lock, as a backup or a forgotten shell does.</summary>
internal sealed class DatabaseLock : IAsyncDisposable
{
    private const string Script = """
        import sqlite3, sys, time
        connection = sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        print("locked", flush=True)
        time.sleep(float(sys.argv[2]))
        connection.execute("ROLLBACK")
        """;

    private readonly ChildProcess _process;

    private DatabaseLock(ChildProcess process) => _process = process;

    public bool IsHeld => !_process.HasExited;

    public static async Task<DatabaseLock> TakeAsync(string database, TimeSpan duration)
    {
        var process = ChildProcess.Start("/usr/bin/python3", ["-c", Script, database, duration.TotalSeconds.ToString(CultureInfo.InvariantCulture)], Path.GetTempPath());
        await Eventually.HoldsAsync("the database is locked", () => process.Output.Contains("locked", StringComparison.Ordinal));
        return new DatabaseLock(process);
    }

    public Task IsReleasedAsync() => _process.WaitForExitAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
