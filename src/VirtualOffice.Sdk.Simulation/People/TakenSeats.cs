using System.Collections.Concurrent;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The operators in whose place somebody real works.</summary>
internal sealed class TakenSeats
{
    private readonly ConcurrentDictionary<OperatorId, bool> _taken = new();

    public bool IsTaken(OperatorId op) => _taken.ContainsKey(op);

    public void Take(OperatorId op) => _taken[op] = true;

    public void Leave(OperatorId op) => _taken.TryRemove(op, out _);
}
