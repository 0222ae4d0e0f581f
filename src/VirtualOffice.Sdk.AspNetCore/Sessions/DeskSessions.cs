using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Sessions;

/// <summary>
/// The desks that are open: one for each operator, with a lease that the browser renews. A desk opened later fences the earlier one.
/// When a lease ends the operator leaves the board; a caller in conversation keeps the line, because the line is the operator's phone and not the browser.
/// </summary>
internal sealed partial class DeskSessions(
    OfficeRuntime runtime,
    IVirtualOffice office,
    DeskLive live,
    IEnumerable<IDeskSessionObserver> observers,
    IEnumerable<IBookmarkStore> bookmarks,
    IOptions<OperatorDeskOptions> options,
    ILogger<DeskSessions> logger)
{
    /// <summary>The reason of an operator whose desk fell silent.</summary>
    public const string LostReason = "desk lost";

    private readonly ConcurrentDictionary<OperatorId, DeskSession> _open = new();
    private readonly ConcurrentDictionary<OperatorId, DateTimeOffset> _lost = new();

    // Later than any epoch given out before a restart of the host.
    private long _epoch = runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public TimeSpan Lease => options.Value.Lease;

    /// <summary>The operators whose desk fell silent while they had a call, and since when.</summary>
    public IReadOnlyDictionary<OperatorId, DateTimeOffset> Lost => _lost;

    public DeskSession? Find(OperatorId op) => _open.GetValueOrDefault(op);

    public async Task<DeskSession> OpenAsync(OperatorId op, CancellationToken cancellationToken)
    {
        var session = new DeskSession(op, Interlocked.Increment(ref _epoch), runtime.Clock.GetUtcNow(), runtime.Clock.GetTimestamp());
        _open.AddOrUpdate(op, session, (_, other) => other.Epoch > session.Epoch ? other : session);
        _lost.TryRemove(op, out _);
        await RememberAsync(op, session.Epoch.ToString(CultureInfo.InvariantCulture), cancellationToken);
        live.Publish(DeskTopic.Of(op));
        live.Publish(DeskTopic.Board);
        foreach (var observer in observers)
        {
            await observer.OpenedAsync(op, cancellationToken);
        }

        return session;
    }

    /// <summary>The browser was heard of; false when the desk is fenced or its lease has ended.</summary>
    public bool Renew(OperatorId op, long epoch) =>
        _open.TryGetValue(op, out var session) && session.Epoch == epoch
        && _open.TryUpdate(op, session with { RenewedAt = runtime.Clock.GetTimestamp() }, session);

    /// <exception cref="DeskFencedException">The desk is not the operator's latest, or its lease has ended.</exception>
    public void Require(OperatorId op, long epoch)
    {
        if (_open.GetValueOrDefault(op)?.Epoch != epoch)
        {
            throw new DeskFencedException("This desk is not open any more: it was opened elsewhere, or was not heard of for too long.");
        }
    }

    /// <summary>
    /// Knows the desks again that were open when the host stopped. They have a lease to be heard of: an operator whose browser died meanwhile must not stand on the board as one
    /// who takes calls.
    /// </summary>
    public async Task RecallAsync(CancellationToken cancellationToken)
    {
        foreach (var op in office.Operators.List().Select(o => o.Definition.Id).Where(o => !_open.ContainsKey(o)))
        {
            foreach (var store in bookmarks)
            {
                if (long.TryParse(await store.ReadAsync(BookmarkOf(op), cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && epoch > 0)
                {
                    _open.TryAdd(op, new DeskSession(op, epoch, runtime.Clock.GetUtcNow(), runtime.Clock.GetTimestamp()));
                }
            }
        }
    }

    public async Task CloseAsync(OperatorId op, long epoch, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(op, out var session) && session.Epoch == epoch && _open.TryRemove(KeyValuePair.Create(op, session)))
        {
            await office.Operators.SetPresenceAsync(op, OperatorPresence.Offline, cancellationToken: cancellationToken);
            await RememberAsync(op, "", cancellationToken);
            await ToldAsync(op, wasLost: false, cancellationToken);
        }
    }

    /// <summary>Ends the leases of desks that have been silent for too long.</summary>
    public async Task EndLostAsync(CancellationToken cancellationToken)
    {
        foreach (var session in _open.Values.OrderBy(s => s.Operator))
        {
            if (runtime.Clock.GetElapsedTime(session.RenewedAt) > Lease && _open.TryRemove(KeyValuePair.Create(session.Operator, session)))
            {
                await EndAsync(session.Operator, cancellationToken);
            }
        }
    }

    private async Task EndAsync(OperatorId op, CancellationToken cancellationToken)
    {
        var snapshot = office.Operators.Find(op);
        LogLost(op, Lease.TotalSeconds, snapshot?.State);
        try
        {
            await office.Operators.SetPresenceAsync(op, OperatorPresence.Offline, LostReason, cancellationToken);
            if (snapshot is { State: OperatorState.Offered, Call: { } offered })
            {
                // Nobody looks at the screen: somebody else is to have the caller, now.
                await office.Calls.DeclineOfferAsync(offered, op, cancellationToken);
            }
        }
        catch (Exception e) when (e is VirtualOfficeException or KeyNotFoundException)
        {
            // The call has ended meanwhile, the operator is gone, or the store is away: what remains is told.
            LogNotSentHome(op, e.Message);
        }

        if (snapshot is { State: OperatorState.OnCall })
        {
            _lost[op] = runtime.Clock.GetUtcNow();
        }

        await RememberAsync(op, "", cancellationToken);
        await ToldAsync(op, wasLost: true, cancellationToken);
    }

    private static string BookmarkOf(OperatorId op) => $"desk:{op.Value}";

    private async Task RememberAsync(OperatorId op, string epoch, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var store in bookmarks)
            {
                await store.SaveAsync(BookmarkOf(op), epoch, cancellationToken);
            }
        }
        catch (StoreUnavailableException e)
        {
            // It is needed only if the host stops before the desk does.
            LogNotRemembered(op, e.Message);
        }
    }

    /// <summary>The operator's call is over: nobody needs to look after it any more.</summary>
    public void CallIsOver(OperatorId op) => _lost.TryRemove(op, out _);

    private async Task ToldAsync(OperatorId op, bool wasLost, CancellationToken cancellationToken)
    {
        live.Publish(DeskTopic.Of(op));
        live.Publish(DeskTopic.Board);
        foreach (var observer in observers)
        {
            await observer.ClosedAsync(op, wasLost, cancellationToken);
        }
    }

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "Whether the desk of operator {Operator} is open could not be kept: {Reason}")]
    private partial void LogNotRemembered(OperatorId @operator, string reason);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "The desk of operator {Operator} was silent for {Seconds} s in state {State}; the operator leaves the board.")]
    private partial void LogLost(OperatorId @operator, double seconds, OperatorState? state);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "Operator {Operator}, whose desk is lost, could not be taken off the board: {Reason}")]
    private partial void LogNotSentHome(OperatorId @operator, string reason);
}
