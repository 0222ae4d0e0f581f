using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Supervision;

/// <summary>The supervisors who listen in, one call each.</summary>
internal sealed partial class CallListening(CallDirectory calls, OperatorRoster roster, RecipientLegs legs, IAudit audit, OfficeEvents events, OfficeRuntime runtime, OfficeOptions options, ILogger<CallListening> logger) : ISupervision
{
    private const int MaxBy = 64;

    private readonly ConcurrentDictionary<OperatorId, ListeningSession> _sessions = new();

    public IReadOnlyList<CallListener> List() => [.. _sessions.Values.Select(s => s.Listener).OrderBy(l => l.Supervisor)];

    public Task<CallListener> ListenAsync(CallId call, OperatorId supervisor, ListeningMode mode, string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "Allowed are Listen, Whisper and Barge.");
        }

        if (by.Length > MaxBy)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by.Length, $"Who asks for it has 1 to {MaxBy} characters.");
        }

        if (calls.Find(call) is not { Record.Outcome: null } listenedTo)
        {
            throw new CallCommandException(CallCommandError.UnknownCall, $"There is no call {call} now.");
        }

        var session = _sessions.GetValueOrDefault(supervisor);
        if (session is not null && session.Listener.Call != call)
        {
            throw new CallCommandException(CallCommandError.NotAllowed, "You listen to another call; leave that one first.");
        }

        if (session is null)
        {
            session = Open(listenedTo, supervisor, mode, by);
        }
        else
        {
            session.Change(mode, by);
        }

        LogListens(logger, by, mode, call, supervisor);
        events.Publish(new ListeningChanged(session.Listener, HasEnded: false));
        return Task.FromResult(session.Listener);
    }

    public bool Stop(OperatorId supervisor)
    {
        var isFound = _sessions.TryGetValue(supervisor, out var session);
        session?.Stop();
        return isFound;
    }

    private ListeningSession Open(CallSession call, OperatorId supervisor, ListeningMode mode, string by)
    {
        if (call.Pbx is not IListeningIn)
        {
            throw new CallCommandException(CallCommandError.NotAllowed, $"The PBX '{call.Pbx.Name}' lets nobody listen in.");
        }

        if (call.Record.OperatorLeg is null)
        {
            throw new CallCommandException(CallCommandError.WrongStage, $"The call is in stage {call.Record.Stage}: no operator talks in it.");
        }

        var op = roster.Find(supervisor) ?? throw new CallCommandException(CallCommandError.NotAllowed, $"There is no operator '{supervisor}', so no phone to listen at.");
        if (op.State is not (OperatorState.Offline or OperatorState.Break))
        {
            throw new CallCommandException(CallCommandError.NotAllowed, $"{op.Definition.Name} is {op.State}; take a break first, so that no call rings while you listen.");
        }

        var leg = legs.Open(new LegId(call.Pbx.Name, $"vo-{runtime.Ids.NewId():N}"), runtime.Clock);
        var session = new ListeningSession(call, calls, op.Definition, leg, new CallListener(call.Id, supervisor, mode, by, runtime.Clock.GetUtcNow(), false), events, runtime, options);
        if (!_sessions.TryAdd(supervisor, session))
        {
            legs.Close(leg.Id);
            throw new CallCommandException(CallCommandError.Conflict, "Your phone is being rung already.");
        }

        _ = Task.Factory.StartNew(() => RunAsync(session, leg), CancellationToken.None, TaskCreationOptions.DenyChildAttach, runtime.Scheduler);
        return session;
    }

    private async Task RunAsync(ListeningSession session, RecipientLeg leg)
    {
        try
        {
            await session.RunAsync();
        }
        catch (Exception e)
        {
            LogFailed(logger, session.Listener.Call, e);
        }
        finally
        {
            _sessions.TryRemove(KeyValuePair.Create(session.Listener.Supervisor, session));
            legs.Close(leg.Id);
            events.Publish(new ListeningChanged(session.Listener, HasEnded: true));
            await audit.RecordAsync(EndOf(session));
        }
    }

    private static AuditEntry EndOf(ListeningSession session) => new(AuditAct.StopListening, session.Listener.By)
    {
        Call = session.Listener.Call,
        Company = session.Company,
        Detail = $"at the phone of {session.Listener.Supervisor}, {(session.Listener.IsConnected ? $"{session.Listener.Mode} since {session.Listener.Since:u}" : "which was not picked up")}",
    };

    [LoggerMessage(1060, LogLevel.Information, "Audit: {By} asks to {Mode} in on call {Call}, at the phone of {Supervisor}")]
    private static partial void LogListens(ILogger logger, string by, ListeningMode mode, CallId call, OperatorId supervisor);

    [LoggerMessage(1062, LogLevel.Error, "Listening in on call {Call} failed; the call is not touched")]
    private static partial void LogFailed(ILogger logger, CallId call, Exception exception);
}
