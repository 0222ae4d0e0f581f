using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A journal and the views that are written with it, all empty at first.</summary>
public interface ICallIndexTestBench : IJournalTestBench
{
    /// <summary>The views under test.</summary>
    ICallIndex Index { get; }
}
