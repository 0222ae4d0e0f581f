using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A journal and the call-back tasks that are written with it, all empty at first.</summary>
public interface ICallbackTestBench : IJournalTestBench
{
    /// <summary>The store under test.</summary>
    ICallbackStore Callbacks { get; }
}
