using Microsoft.EntityFrameworkCore;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>A database of a test's own on the private PostgreSQL.</summary>
public sealed class PostgreSqlTestDatabase(PostgreSqlServer server, string name) : ITestDatabase
{
    private readonly List<TestHost> _hosts = [];

    public string Name => name;

    public async Task<TestHost> StartHostAsync()
    {
        var host = AddHost();
        await host.Journal.CheckAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Another host on this database, as it is before it checks its store.</summary>
    public TestHost AddHost(Action<DbContextOptionsBuilder>? configure = null)
    {
        var host = new TestHost(db =>
        {
            db.UseNpgsql(server.ConnectionString(name));
            configure?.Invoke(db);
        });
        _hosts.Add(host);
        return host;
    }

    public Task<object?> ExecuteAsync(string sql) => server.ExecuteAsync(name, sql);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await server.ExecuteAsync("postgres", $"DROP DATABASE {name} WITH (FORCE)");
    }
}
