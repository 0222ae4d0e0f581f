using Microsoft.EntityFrameworkCore;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class SqliteListPlanTests : ListPlanTests
{
    private protected override async Task<PlanBench> StartAsync()
    {
        var database = new TestDatabase();
        var log = new PlanLog("EXPLAIN QUERY PLAN");
        var host = await database.StartHostAsync(db => db.AddInterceptors(log));
        await database.ExecuteAsync(Fill(i => $"printf('%032x', {i})"));
        return new PlanBench(database, host, log, Fault);
    }

    /// <summary>A scan of a whole table, or of a whole index only to sort it; scans of what a subquery has made are neither.</summary>
    private static string? Fault(string plan)
    {
        var steps = plan.Split('\n');
        var made = steps.Where(s => s.StartsWith("CO-ROUTINE ", StringComparison.Ordinal)).Select(s => s["CO-ROUTINE ".Length..]).ToList();
        var isSorted = steps.Any(s => s.Contains("TEMP B-TREE", StringComparison.Ordinal));
        return steps.FirstOrDefault(s => s.StartsWith("SCAN ", StringComparison.Ordinal)
            && !s.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
            && !made.Contains(s["SCAN ".Length..])
            && (isSorted || !s.Contains("USING", StringComparison.Ordinal)));
    }
}
