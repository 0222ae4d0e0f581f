using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>The stores of one host.</summary>
public sealed class TestHost : IAsyncDisposable, IVirtualOfficeBuilder
{
    private readonly ServiceProvider _provider;

    public TestHost(string connectionString, Action<DbContextOptionsBuilder>? configure = null)
        : this(db =>
        {
            db.UseSqlite(connectionString);
            configure?.Invoke(db);
        })
    {
    }

    public TestHost(Action<DbContextOptionsBuilder> configure)
    {
        this.UseEntityFrameworkCore(configure);
        _provider = Services.BuildServiceProvider();
    }

    public IServiceProvider Provider => _provider;

    public IServiceCollection Services { get; } = new ServiceCollection();

    public ICallJournal Journal => Get<ICallJournal>();

    public IMessageOutbox Outbox => Get<IMessageOutbox>();

    public IOperatorStore Operators => Get<IOperatorStore>();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
