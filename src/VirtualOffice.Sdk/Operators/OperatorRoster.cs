using System.Collections.Concurrent;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Operators;

/// <summary>The operators as the dispatch board last reported them, and their wishes.</summary>
internal sealed class OperatorRoster(OfficeRuntime runtime, OfficeEvents events, CompanyDirectory directory) : IOperators
{
    private const int MaxReason = 100;

    private static readonly TimeSpan MaxExtension = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<OperatorId, OperatorSnapshot> _operators = new();
    private readonly ConcurrentDictionary<OperatorId, bool> _dismissed = new();
    private ICallDispatcher? _dispatcher;
    private IOperatorStore? _store;

    public void Attach(ICallDispatcher dispatcher, IOperatorStore store) => (_dispatcher, _store) = (dispatcher, store);

    /// <summary>An operator belongs to the office no more.</summary>
    public void Dismiss(OperatorId id)
    {
        _dismissed[id] = true;
        _operators.TryRemove(id, out _);
    }

    /// <summary>An operator's state is another, or was brought about by missed calls.</summary>
    public void Changed(OperatorSnapshot snapshot, bool isPause = false)
    {
        if (isPause)
        {
            events.Publish(new OperatorPaused(snapshot));
        }

        if (snapshot.Definition.Companies.Count == 0 && _dismissed.ContainsKey(snapshot.Definition.Id))
        {
            return;
        }

        _dismissed.TryRemove(snapshot.Definition.Id, out _);
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

    public async Task<OperatorSnapshot> EndWrapUpAsync(OperatorId id, CancellationToken cancellationToken = default)
    {
        await Dispatcher(id).PostAsync(new DispatchCommand.EndWrapUp(id)).WaitAsync(cancellationToken);
        return _operators[id];
    }

    public async Task<OperatorSnapshot> ExtendWrapUpAsync(OperatorId id, TimeSpan? time, CancellationToken cancellationToken = default)
    {
        if (time is { } wanted && (wanted < TimeSpan.Zero || wanted > MaxExtension))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, $"Allowed is 0 to {MaxExtension}, or null for as long as it takes.");
        }

        var until = time is { } more ? runtime.Clock.GetUtcNow() + more : (DateTimeOffset?)null;
        await Dispatcher(id).PostAsync(new DispatchCommand.ExtendWrapUp(id, until)).WaitAsync(cancellationToken);
        return _operators[id];
    }

    public async Task<OperatorSnapshot> AssignAsync(OperatorId id, IReadOnlyList<CompanyId> companies, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(companies);
        var dispatcher = Dispatcher(id);
        var wanted = companies.Distinct().ToList();
        if (wanted.Count > OperatorDefinition.MaxCompanies)
        {
            throw new ArgumentException($"An operator serves at most {OperatorDefinition.MaxCompanies} companies, because nobody knows more of them well; these are {wanted.Count}. Take one away first.", nameof(companies));
        }

        if (wanted.FindIndex(c => directory.Find(c) is null) is var unknown and >= 0)
        {
            throw new ArgumentException($"There is no company '{wanted[unknown]}' in the office.", nameof(companies));
        }

        var definition = _operators[id].Definition;
        var rings = definition.Rings.Where(r => wanted.Contains(r.Key)).ToDictionary();
        await dispatcher.PostAsync(new DispatchCommand.DefineOperator(definition with { Companies = wanted, Rings = rings })).WaitAsync(cancellationToken);
        return _operators[id];
    }

    private ICallDispatcher Dispatcher(OperatorId id) =>
        _dispatcher is not null && Find(id) is not null ? _dispatcher : throw new KeyNotFoundException($"There is no operator '{id}'.");
}
