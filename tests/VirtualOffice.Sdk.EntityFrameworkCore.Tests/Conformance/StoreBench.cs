using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>The stores as the conformance suites want them: reopening them is a new host on the same database, while the old one is still there.</summary>
public sealed class StoreBench(ITestDatabase database)
    : ICallIndexTestBench, ICallbackTestBench, IInboxTestBench, IStoreTestBench<IBookmarkStore>, IStoreTestBench<ICompanyStore>, IStoreTestBench<IOperatorStore>, IStoreTestBench<IAbsenceStore>, IStoreTestBench<IAuditStore>
{
    private TestHost? _host;

    public ICallJournal Journal => _host!.Journal;

    public IMessageOutbox Outbox => _host!.Outbox;

    public ICallIndex Index => _host!.Get<ICallIndex>();

    public ICallbackStore Callbacks => _host!.Get<ICallbackStore>();

    public ICommandInbox Inbox => _host!.Get<ICommandInbox>();

    IBookmarkStore IStoreTestBench<IBookmarkStore>.Store => _host!.Get<IBookmarkStore>();

    ICompanyStore IStoreTestBench<ICompanyStore>.Store => _host!.Get<ICompanyStore>();

    IOperatorStore IStoreTestBench<IOperatorStore>.Store => _host!.Operators;

    IAbsenceStore IStoreTestBench<IAbsenceStore>.Store => _host!.Get<IAbsenceStore>();

    IAuditStore IStoreTestBench<IAuditStore>.Store => _host!.Get<IAuditStore>();

    public async Task ReopenAsync(CancellationToken cancellationToken) => _host = await database.StartHostAsync();
}
