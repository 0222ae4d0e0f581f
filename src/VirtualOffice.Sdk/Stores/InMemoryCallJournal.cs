using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>The journal in memory, with the outbox, the inbox and the call-back tasks that share its transactions; for trying out and for tests. Lives as long as the process.</summary>
internal sealed class InMemoryCallJournal : ICallJournal, ICommandInbox
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<CallId, JournaledCall> _calls = [];
    private readonly Dictionary<CommandId, ProcessedCommand> _commands = [];

    public InMemoryCallJournal()
    {
        Outbox = new InMemoryOutbox(_lock);
        Index = new InMemoryCallIndex(this, _lock);
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
            _calls.TryGetValue(append.Call, out var call);
            if ((call?.Events.Count ?? 0) != append.ExpectedVersion)
            {
                throw new JournalConflictException(append.Call, append.ExpectedVersion);
            }

            if (append.Commands.FirstOrDefault(c => _commands.ContainsKey(c.Id)) is { } twice)
            {
                throw new CommandConflictException(twice.Id);
            }

            if (call is null)
            {
                _calls.Add(append.Call, call = new JournaledCall(append.Call));
            }

            call.Events.AddRange(append.Events);
            Index.Follow(call, append.Events);
            if (append.Events.Any(e => e is CallEnded))
            {
                Callbacks.Follow(call.Fold());
            }

            foreach (var command in append.Commands)
            {
                _commands.Add(command.Id, command);
            }

            foreach (var taken in append.Events.OfType<MessageTaken>())
            {
                Outbox.Correct(taken);
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
            return Task.FromResult(_calls.TryGetValue(call, out var known) ? known.History() : null);
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
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<CallHistory>>(
            [
                .. _calls.Values.Reverse()
                    .Where(c => query.Before is not { } before || c.Id < before)
                    .Where(c => query.Scope.Company is not { } company || c.Events.OfType<CallPlanned>().Any(e => e.Company == company))
                    .Take(query.Limit)
                    .Select(c => c.History()),
            ]);
        }
    }

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ProcessedCommand?> FindAsync(CommandId command, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_commands.GetValueOrDefault(command));
        }
    }

    /// <summary>All calls, oldest first; read under the lock.</summary>
    internal IEnumerable<JournaledCall> Calls => _calls.Values;

    /// <summary>The histories that meet a condition, oldest first, as they are now.</summary>
    internal IReadOnlyList<CallHistory> Histories(Func<List<CallEvent>, bool> which)
    {
        lock (_lock)
        {
            return [.. _calls.Values.Where(c => which(c.Events)).Select(c => c.History())];
        }
    }
}
