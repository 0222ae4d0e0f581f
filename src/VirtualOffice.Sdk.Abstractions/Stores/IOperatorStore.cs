using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Keeps what operators wish to be. Safe for concurrent use.</summary>
public interface IOperatorStore
{
    /// <summary>Keeps a wish in place of the operator's last one; durable when the task completes.</summary>
    Task SaveAsync(OperatorWish wish, CancellationToken cancellationToken);

    /// <summary>The last wish of every operator who had one.</summary>
    Task<IReadOnlyList<OperatorWish>> ReadAllAsync(CancellationToken cancellationToken);
}
