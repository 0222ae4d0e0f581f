using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

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

    public async Task CloseAsync(OperatorId op, long epoch, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(op, out var session) && session.Epoch == epoch && _open.TryRemove(KeyValuePair.Create(op, session)))
        {
            await office.Operators.SetPresenceAsync(op, OperatorPresence.Offline, cancellationToken: cancellationToken);
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

        await ToldAsync(op, wasLost: true, cancellationToken);
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

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "The desk of operator {Operator} was silent for {Seconds} s in state {State}; the operator leaves the board.")]
    private partial void LogLost(OperatorId @operator, double seconds, OperatorState? state);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "Operator {Operator}, whose desk is lost, could not be taken off the board: {Reason}")]
    private partial void LogNotSentHome(OperatorId @operator, string reason);
}
