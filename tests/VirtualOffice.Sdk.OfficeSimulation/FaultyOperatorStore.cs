using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>A store for operators that is away or slow at times, and loses answers.</summary>
internal sealed class FaultyOperatorStore(IOperatorStore store, SimulatedHost host, StoreFaults faults) : IOperatorStore
{
    public async Task SaveAsync(OperatorWish wish, CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "save", cancellationToken);
        await store.SaveAsync(wish, cancellationToken);
        if (!await faults.AnswerAsync(host, cancellationToken))
        {
            throw faults.Unknown();
        }
    }

    public async Task<IReadOnlyList<OperatorWish>> ReadAllAsync(CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "read", cancellationToken);
        return await store.ReadAllAsync(cancellationToken);
    }
}
