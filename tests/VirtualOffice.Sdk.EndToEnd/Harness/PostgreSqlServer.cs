namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>A private PostgreSQL of one office, through eng/postgres.sh.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private static readonly string _script = Repository.PathOf("eng", "postgres.sh");

    // Not inside the office's folder, which nobody else may enter: the server runs as a user of its own.
    private readonly TempFolder _folder = new();

    private PostgreSqlServer()
    {
    }

    /// <summary>The connection string of the office's database.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<PostgreSqlServer> OpenAsync()
    {
        var server = new PostgreSqlServer();
        await server.StartAsync();
        var settings = await server.RunAsync("env");
        server.ConnectionString = settings.Split('\n').Single(line => line.StartsWith("VO_PG=", StringComparison.Ordinal))["VO_PG=".Length..].Trim() + ";Database=postgres";
        return server;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, with the same data.</summary>
    public Task StartAsync() => RunAsync("start");

    /// <summary>Stops it; every connection is cut.</summary>
    public Task StopAsync() => RunAsync("stop");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private Task<string> RunAsync(string command) => ChildProcess.RunAsync(_script, [command, _folder.Path]);
}
