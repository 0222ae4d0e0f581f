namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>A host whose queries tell their plans, and what a plan must not have.</summary>
public sealed class PlanBench(ITestDatabase database, TestHost host, PlanLog log, Func<string, string?> fault) : IAsyncDisposable
{
    public TestHost Host => host;

    /// <summary>Runs a query and checks how the database carries it out.</summary>
    public async Task SeeksAsync(string what, Func<Task> query)
    {
        log.Plans.Clear();
        await query();
        Assert.NotEmpty(log.Plans);
        Assert.All(log.Plans, plan => Assert.True(fault(plan) is null, $"The {what}: {fault(plan)} in\n{plan}"));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
