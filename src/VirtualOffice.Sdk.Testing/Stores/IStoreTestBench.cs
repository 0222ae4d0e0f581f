namespace VirtualOffice.Sdk.Testing;

/// <summary>A store to be tried, empty at first.</summary>
/// <typeparam name="TStore">The seam.</typeparam>
public interface IStoreTestBench<out TStore>
{
    /// <summary>The store under test.</summary>
    TStore Store { get; }

    /// <summary>Throws the store object away and makes <see cref="Store"/> a new one over the same data, as after a restart. A store in memory does nothing.</summary>
    Task ReopenAsync(CancellationToken cancellationToken);
}
