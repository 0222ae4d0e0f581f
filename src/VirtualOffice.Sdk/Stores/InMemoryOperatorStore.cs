using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Stores;

/// <summary>Operators' wishes in memory.</summary>
internal sealed class InMemoryOperatorStore : IOperatorStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<OperatorId, OperatorWish> _wishes = [];

    public Task SaveAsync(OperatorWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        lock (_lock)
        {
            _wishes[wish.Operator] = wish;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OperatorWish>> ReadAllAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<OperatorWish>>([.. _wishes.Values]);
        }
    }
}
