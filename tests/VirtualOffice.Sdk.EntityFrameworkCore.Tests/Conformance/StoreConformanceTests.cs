using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>The suites, on the database of a derived class.</summary>
public abstract class StoreConformanceTests
{
    public static TheoryData<string> JournalNames => [.. JournalConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> IndexNames => [.. CallIndexConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> CallbackNames => [.. CallbackStoreConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> InboxNames => [.. InboxConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> BookmarkNames => [.. BookmarkConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> CompanyNames => [.. CompanyStoreConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> AuditNames => [.. AuditStoreConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> AbsenceNames => [.. AbsenceStoreConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> OperatorNames => [.. OperatorStoreConformance.Cases.Select(c => c.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(JournalNames))]
    public Task Journal_Conforms(string name) => RunAsync(JournalConformance.Cases, name);

    [Theory]
    [MemberData(nameof(IndexNames))]
    public Task CallIndex_Conforms(string name) => RunAsync(CallIndexConformance.Cases, name);

    [Theory]
    [MemberData(nameof(CallbackNames))]
    public Task CallbackStore_Conforms(string name) => RunAsync(CallbackStoreConformance.Cases, name);

    [Theory]
    [MemberData(nameof(InboxNames))]
    public Task Inbox_Conforms(string name) => RunAsync(InboxConformance.Cases, name);

    [Theory]
    [MemberData(nameof(BookmarkNames))]
    public Task BookmarkStore_Conforms(string name) => RunAsync(BookmarkConformance.Cases, name);

    [Theory]
    [MemberData(nameof(CompanyNames))]
    public Task CompanyStore_Conforms(string name) => RunAsync(CompanyStoreConformance.Cases, name);

    [Theory]
    [MemberData(nameof(AuditNames))]
    public Task AuditStore_Conforms(string name) => RunAsync(AuditStoreConformance.Cases, name);

    [Theory]
    [MemberData(nameof(AbsenceNames))]
    public Task AbsenceStore_Conforms(string name) => RunAsync(AbsenceStoreConformance.Cases, name);

    [Theory]
    [MemberData(nameof(OperatorNames))]
    public Task OperatorStore_Conforms(string name) => RunAsync(OperatorStoreConformance.Cases, name);

    /// <summary>An empty database of its own.</summary>
    private protected abstract Task<ITestDatabase> CreateAsync();

    private async Task RunAsync<TBench>(IReadOnlyList<ConformanceCase<TBench>> cases, string name)
    {
        await using var database = await CreateAsync();
        var bench = new StoreBench(database);
        await bench.ReopenAsync(Cancel);
        await cases.Single(c => c.Name == name).RunAsync((TBench)(object)bench, Cancel);
    }
}
