using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class StoreConformanceTests
{
    public static TheoryData<string> JournalNames => [.. JournalConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> OperatorNames => [.. OperatorStoreConformance.Cases.Select(c => c.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(JournalNames))]
    public async Task Journal_Conforms(string name)
    {
        await using var bench = new StoreBench();
        await bench.ReopenAsync(Cancel);

        await JournalConformance.Cases.Single(c => c.Name == name).RunAsync(bench, Cancel);
    }

    [Theory]
    [MemberData(nameof(OperatorNames))]
    public async Task OperatorStore_Conforms(string name)
    {
        await using var bench = new StoreBench();
        await bench.ReopenAsync(Cancel);

        await OperatorStoreConformance.Cases.Single(c => c.Name == name).RunAsync(bench, Cancel);
    }
}
