using Microsoft.EntityFrameworkCore;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

[Collection(PostgreSqlServer.Collection)]
public sealed class PostgreSqlListPlanTests(PostgreSqlServer server) : ListPlanTests
{
    private protected override async Task<PlanBench> StartAsync()
    {
        var database = await server.CreateDatabaseAsync();
        var log = new PlanLog("EXPLAIN");
        var host = database.AddHost(db => db.AddInterceptors(log));
        await host.Journal.CheckAsync(TestContext.Current.CancellationToken);
        await database.ExecuteAsync(Fill(i => $"lpad(to_hex({i}), 32, '0')"));
        return new PlanBench(database, host, log, plan => plan.Contains("Seq Scan", StringComparison.Ordinal) ? "a scan of a whole table" : null);
    }
}
