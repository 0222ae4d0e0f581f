using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>A database file of its own, in a folder that goes with it.</summary>
public sealed class TestDatabase : ITestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("office-stores-");
    private readonly List<TestHost> _hosts = [];

    public string File => Path.Combine(_folder.FullName, "office.db");

    public Task<TestHost> StartHostAsync() => StartHostAsync(null);

    /// <summary>Another host on this database, its tables ready.</summary>
    public async Task<TestHost> StartHostAsync(Action<DbContextOptionsBuilder>? configure)
    {
        var host = AddHost(configure);
        await host.Provider.MigrateOfficeDatabaseAsync(TestContext.Current.CancellationToken);
        await host.Journal.CheckAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Another host on this database, as it is before it checks its store.</summary>
    public TestHost AddHost(Action<DbContextOptionsBuilder>? configure = null)
    {
        var host = new TestHost($"Data Source={File}", configure);
        _hosts.Add(host);
        return host;
    }

    /// <summary>What the disk holds now, as another database: what a host would find after a crash.</summary>
    public TestDatabase CopyAsAfterCrash()
    {
        var copy = new TestDatabase();
        System.IO.File.Copy(File, copy.File);
        System.IO.File.Copy(File + "-wal", copy.File + "-wal");
        return copy;
    }

    /// <summary>Changes the database behind the stores' back.</summary>
    public async Task<long> ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Takes the right to write until it is disposed.</summary>
    public async Task<IAsyncDisposable> LockAsync()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>How SQLite would carry out a query.</summary>
    public async Task<string> ExplainAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in Regex.Matches(sql, @"@\w+", RegexOptions.NonBacktracking).Select(m => m.Value).Distinct(StringComparer.Ordinal))
        {
            command.Parameters.AddWithValue(name, 1);
        }

        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan.Add(reader.GetString(3));
        }

        return string.Join('\n', plan);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
