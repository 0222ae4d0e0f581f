using System.Collections.Concurrent;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Operators;

/// <summary>The operators as the dispatch board last reported them, and their wishes.</summary>
internal sealed class OperatorRoster(OfficeRuntime runtime, OfficeEvents events) : IOperators
{
    private const int MaxReason = 100;

    private readonly ConcurrentDictionary<OperatorId, OperatorSnapshot> _operators = new();
    private ICallDispatcher? _dispatcher;
    private IOperatorStore? _store;

    public void Attach(ICallDispatcher dispatcher, IOperatorStore store) => (_dispatcher, _store) = (dispatcher, store);

    public void Changed(OperatorSnapshot snapshot)
    {
        if (_operators.TryGetValue(snapshot.Definition.Id, out var before) && before == snapshot)
        {
            return;
        }

        _operators[snapshot.Definition.Id] = snapshot;
        events.Publish(new OperatorChanged(snapshot));
    }

    public IReadOnlyList<OperatorSnapshot> List() => [.. _operators.Values.OrderBy(o => o.Definition.Id)];

    public OperatorSnapshot? Find(OperatorId id) => _operators.GetValueOrDefault(id);

    public async Task<OperatorSnapshot> SetPresenceAsync(
        OperatorId id,
        OperatorPresence presence,
        string? reason = null,
        CancellationToken cancellationToken = default)
    {
        if (!Enum.IsDefined(presence))
        {
            throw new ArgumentOutOfRangeException(nameof(presence), presence, "Allowed are Offline, Available and Break.");
        }

        if (reason?.Length > MaxReason)
        {
            throw new ArgumentException($"A reason has at most {MaxReason} characters; this one has {reason.Length}.", nameof(reason));
        }

        if (_dispatcher is null || _store is null || Find(id) is null)
        {
            throw new KeyNotFoundException($"There is no operator '{id}'.");
        }

        await _store.SaveAsync(new OperatorWish(id, presence, reason, runtime.Clock.GetUtcNow()), cancellationToken);
        await _dispatcher.PostAsync(new DispatchCommand.SetPresence(id, presence, reason));
        return _operators[id];
    }
}
