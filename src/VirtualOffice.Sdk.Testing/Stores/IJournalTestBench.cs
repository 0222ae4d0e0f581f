using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A journal and the outbox that is written with it, both empty at first.</summary>
public interface IJournalTestBench
{
    /// <summary>The journal under test.</summary>
    ICallJournal Journal { get; }

    /// <summary>The outbox under test.</summary>
    IMessageOutbox Outbox { get; }

    /// <summary>Throws both objects away and makes new ones over the same data, as after a restart. A store in memory does nothing.</summary>
    Task ReopenAsync(CancellationToken cancellationToken);
}
