using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>That reading stays quick however many calls there were: every query seeks in an index, sorts no more than the page it returns, and a page is one query.</summary>
public sealed class QueryPlanTests : IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private readonly QueryLog _log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task ReadPageAsync_OfTheOffice_SeeksTheKey()
    {
        var plan = await PlanAsync(host => host.Journal.ReadPageAsync(new CallQuery(TenantScope.Office, Samples.NewCall(), 2), Cancel));

        AssertSeeks(plan, "SEARCH c USING COVERING INDEX sqlite_autoindex_Calls_1 (Id<?)");
    }

    [Fact]
    public async Task ReadPageAsync_OfACompany_SeeksTheCompanysCalls()
    {
        var plan = await PlanAsync(host => host.Journal.ReadPageAsync(new CallQuery(TenantScope.Of(Samples.Fox), Samples.NewCall(), 2), Cancel));

        AssertSeeks(plan, "SEARCH c USING COVERING INDEX IX_Calls_Company_Id (Company=? AND Id<?)");
    }

    [Fact]
    public async Task ReadOpenAsync_Always_LooksAtOpenCallsOnly()
    {
        var plan = await PlanAsync(host => host.Journal.ReadOpenAsync(Cancel).ToListAsync(Cancel).AsTask(), queries: 2);

        AssertSeeks(plan, "SEARCH c USING INDEX IX_Calls_Open (Id>?)");
    }

    [Fact]
    public async Task ClaimAsync_Always_LooksAtDeliveriesThatAreDueOnly()
    {
        await _database.StartHostAsync();

        var plan = await _database.ExplainAsync(ClaimWrite.ClaimOf(SqliteStoreProvider.Instance));

        Assert.Contains("SEARCH Deliveries USING INDEX IX_Deliveries_State_MessageId_Number (State=? AND MessageId=? AND Number=?)", plan, StringComparison.Ordinal);
        Assert.Contains("SEARCH Deliveries USING INDEX IX_Deliveries_Pending (DueAt<?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN Deliveries", plan, StringComparison.Ordinal);
    }

    private static void AssertSeeks(string plan, string search) => Assert.Equal(
        ["CO-ROUTINE c1", search, "SCAN c1", "SEARCH c0 USING INDEX sqlite_autoindex_CallEvents_1 (CallId=?)", "USE TEMP B-TREE FOR ORDER BY"],
        plan.Split('\n'));

    private async Task<string> PlanAsync<T>(Func<TestHost, Task<T>> query, int queries = 1)
    {
        var host = await _database.StartHostAsync(db => db.AddInterceptors(_log));
        foreach (var _ in Enumerable.Range(0, 10))
        {
            await host.Journal.AppendAsync(Samples.First(Samples.NewCall(), Samples.Fox), Cancel);
        }

        _log.Queries.Clear();
        await query(host);
        Assert.Equal(queries, _log.Queries.Count);
        return await _database.ExplainAsync(_log.Queries[0]);
    }

    private sealed class QueryLog : DbCommandInterceptor
    {
        public List<string> Queries { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Queries.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
