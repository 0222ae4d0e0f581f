using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Tests;

/// <summary>The stores in memory as the conformance suites want them.</summary>
internal sealed class InMemoryStoreBench : ICallIndexTestBench, ICallbackTestBench, IInboxTestBench, IStoreTestBench<IBookmarkStore>, IStoreTestBench<ICompanyStore>, IStoreTestBench<IOperatorStore>, IStoreTestBench<IAbsenceStore>, IStoreTestBench<IAuditStore>
{
    private readonly InMemoryCallJournal _journal = new();
    private readonly InMemoryBookmarkStore _bookmarks = new();
    private readonly InMemoryCompanyStore _companies = new();
    private readonly InMemoryAbsenceStore _absences = new();
    private readonly InMemoryAuditStore _audit = new();
    private readonly InMemoryOperatorStore _operators = new();

    public ICallJournal Journal => _journal;

    public IMessageOutbox Outbox => _journal.Outbox;

    public ICallIndex Index => _journal.Index;

    public ICallbackStore Callbacks => _journal.Callbacks;

    public ICommandInbox Inbox => _journal;

    IBookmarkStore IStoreTestBench<IBookmarkStore>.Store => _bookmarks;

    ICompanyStore IStoreTestBench<ICompanyStore>.Store => _companies;

    IOperatorStore IStoreTestBench<IOperatorStore>.Store => _operators;

    IAbsenceStore IStoreTestBench<IAbsenceStore>.Store => _absences;

    IAuditStore IStoreTestBench<IAuditStore>.Store => _audit;

    public Task ReopenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
