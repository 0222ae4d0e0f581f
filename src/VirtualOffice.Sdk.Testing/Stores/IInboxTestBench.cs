using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A journal and the inbox that is written with it, both empty at first.</summary>
public interface IInboxTestBench : IJournalTestBench
{
    /// <summary>The inbox under test.</summary>
    ICommandInbox Inbox { get; }
}
