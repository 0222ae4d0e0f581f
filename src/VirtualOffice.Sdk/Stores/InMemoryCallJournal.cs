using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>The journal in memory, with the outbox, the inbox and the call-back tasks that share its transactions; for trying out and for tests. Lives as long as the process.</summary>
internal sealed class InMemoryCallJournal : ICallJournal, ICommandInbox
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<CallId, List<CallEvent>> _calls = [];
    private readonly Dictionary<CommandId, ProcessedCommand> _commands = [];

    public InMemoryCallJournal()
    {
        Outbox = new InMemoryOutbox(_lock);
        Index = new InMemoryCallIndex(this);
        Callbacks = new InMemoryCallbackStore(_lock);
    }

    public InMemoryOutbox Outbox { get; }

    public InMemoryCallIndex Index { get; }

    public InMemoryCallbackStore Callbacks { get; }

    public Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        lock (_lock)
        {
            _calls.TryGetValue(append.Call, out var events);
            if ((events?.Count ?? 0) != append.ExpectedVersion)
            {
                throw new JournalConflictException(append.Call, append.ExpectedVersion);
            }

            if (append.Commands.FirstOrDefault(c => _commands.ContainsKey(c.Id)) is { } twice)
            {
                throw new CommandConflictException(twice.Id);
            }

            if (events is null)
            {
                _calls.Add(append.Call, events = []);
            }

            events.AddRange(append.Events);
            if (append.Events.Any(e => e is CallEnded))
            {
                Callbacks.Follow(CallRecord.Fold(append.Call, events));
            }

            foreach (var command in append.Commands)
            {
                _commands.Add(command.Id, command);
            }

            foreach (var delivery in append.Deliveries)
            {
                Outbox.Add(delivery, append.Events.OfType<MessageTaken>().Select(e => e.Message).First(m => m.Id == delivery.Id.Message));
            }
        }

        return Task.CompletedTask;
    }

    public Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_calls.TryGetValue(call, out var events) ? new CallHistory(call, [.. events]) : null);
        }
    }

    public async IAsyncEnumerable<CallHistory> ReadOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = Histories(events => !events.Exists(e => e is CallClosed));
        await Task.CompletedTask;
        foreach (var history in open)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return history;
        }
    }

    public Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        IReadOnlyList<CallHistory> page =
        [
            .. Histories(events => query.Scope.Company is not { } company || events.OfType<CallPlanned>().Any(e => e.Company == company))
                .Where(h => query.Before is not { } before || h.Call < before)
                .Reverse()
                .Take(query.Limit),
        ];
        return Task.FromResult(page);
    }

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ProcessedCommand?> FindAsync(CommandId command, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_commands.GetValueOrDefault(command));
        }
    }

    /// <summary>The histories that meet a condition, oldest first, as they are now.</summary>
    internal IReadOnlyList<CallHistory> Histories(Func<List<CallEvent>, bool> which)
    {
        lock (_lock)
        {
            return [.. _calls.Where(c => which(c.Value)).Select(c => new CallHistory(c.Key, [.. c.Value]))];
        }
    }
}
