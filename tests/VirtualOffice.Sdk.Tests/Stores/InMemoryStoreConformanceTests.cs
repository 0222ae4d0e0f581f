using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Tests;

public sealed class InMemoryStoreConformanceTests
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

    private static Task RunAsync<TBench>(IReadOnlyList<ConformanceCase<TBench>> cases, string name) =>
        cases.Single(c => c.Name == name).RunAsync((TBench)(object)new InMemoryStoreBench(), Cancel);
}
