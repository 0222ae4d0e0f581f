using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>A private PostgreSQL of this test run, where VO_POSTGRES_SH allows it; started by eng/postgres.sh when the first test wants it.</summary>
[CollectionDefinition(Collection)]
public sealed class PostgreSqlServer : ICollectionFixture<PostgreSqlServer>, IAsyncLifetime
{
    public const string Collection = "PostgreSQL";

    private const string Template = "vo_template";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("office-postgres-");
    private string? _script;
    private int _databases;

    /// <summary>How to connect to a database of the server.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    private string Server { get; set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("VO_POSTGRES_SH") is not "1")
        {
            return;
        }

        _script = FindScript();
        await RunAsync("start");
        var settings = (await RunAsync("env")).Split('\n').Select(line => line.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        Server = settings["VO_PG"];
        await ExecuteAsync("postgres", $"CREATE DATABASE {Template}");
        await using var host = new TestHost(db => db.UseNpgsql(ConnectionString(Template) + ";Pooling=false"));
        await host.Provider.MigrateOfficeDatabaseAsync(CancellationToken.None);
    }

    /// <summary>A new database whose tables are made.</summary>
    public async Task<PostgreSqlTestDatabase> CreateDatabaseAsync(bool isEmpty = false)
    {
        Assert.SkipUnless(_script is not null, "Set VO_POSTGRES_SH=1 to run tests on a private PostgreSQL.");
        var name = $"vo_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync("postgres", isEmpty ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {Template}");
        return new PostgreSqlTestDatabase(this, name);
    }

    public async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_script is not null)
        {
            await RunAsync("stop");
        }

        _folder.Delete(recursive: true);
    }

    private async Task<string> RunAsync(string command)
    {
        var start = new ProcessStartInfo(_script!, [command, _folder.FullName]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"eng/postgres.sh {command} ended with {process.ExitCode}.");
        return output;
    }

    private static string FindScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "eng", "postgres.sh");
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new InvalidOperationException("eng/postgres.sh was not found above the tests.");
    }
}
