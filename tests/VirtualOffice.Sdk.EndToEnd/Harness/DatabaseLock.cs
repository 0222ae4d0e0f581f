namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>Another process that holds SQLite's write lock, as a backup or a forgotten shell does.</summary>
internal sealed class DatabaseLock : IAsyncDisposable
{
    private const string Script = """
        import sqlite3, sys, time
        connection = sqlite3.connect(sys.argv[1], timeout=120, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        print("locked", flush=True)
        time.sleep(600)
        """;

    private readonly ChildProcess _process;

    private DatabaseLock(ChildProcess process) => _process = process;

    public static async Task<DatabaseLock> TakeAsync(string database)
    {
        var process = ChildProcess.Start("/usr/bin/python3", ["-c", Script, database], Path.GetTempPath());
        await Eventually.HoldsAsync("the database is locked", () => process.Output.Contains("locked", StringComparison.Ordinal));
        return new DatabaseLock(process);
    }

    /// <summary>Lets go of it.</summary>
    public async Task ReleaseAsync()
    {
        Assert.False(_process.HasExited, $"The database was locked all the time:\n{_process.Output}");
        await _process.KillAsync();
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
