using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>The calls that run in this host: starts them, finds them by id and by leg, and passes on what is meant for them.</summary>
internal sealed partial class CallDirectory(OperatorRoster roster, ILogger<CallDirectory> logger) : IDispatchListener, IDisposable
{
    private readonly ConcurrentDictionary<CallId, CallSession> _calls = new();
    private readonly ConcurrentDictionary<LegId, CallSession> _legs = new();
    private readonly ConcurrentDictionary<CallId, Task> _running = new();
    private readonly ConcurrentQueue<(CallId Call, string Pbx)> _failed = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _callingBack = new();
    private CallServices? _services;

    public void Attach(CallServices services) => _services = services;

    /// <summary>Starts a call that has just been offered; nothing is audible before it is in the journal.</summary>
    public void Receive(LegOffered offered, string incarnation, ITelephonyProvider pbx)
    {
        if (_legs.ContainsKey(offered.Leg) || _stopping.IsCancellationRequested)
        {
            return;
        }

        if (offered.Device is { } phone)
        {
            ReceiveFromPhone(offered, phone, pbx);
            return;
        }

        var services = _services!;
        var id = new CallId(services.Runtime.Ids.NewId());
        var received = new CallReceived(services.Runtime.Clock.GetUtcNow(), offered.Leg, incarnation, offered.Dialled, offered.Caller);

        // The record is folded by the journal's writer once the event is durable; the leg must be known at once.
        var session = new CallSession(new CallRecord(id), pbx, services, Register, offered.Leg, _stopping.Token);
        session.Lines.Expect(offered.Leg);
        Start(session, received);
    }

    /// <summary>An operator's phone calls somebody: that is for the call the operator has. Without one a phone calls nobody.</summary>
    private void ReceiveFromPhone(LegOffered offered, DeviceId phone, ITelephonyProvider pbx)
    {
        if (roster.List().FirstOrDefault(o => o.Definition.Device == phone)?.Call is { } call && Find(call) is { } session && session.Pbx == pbx)
        {
            session.Signals.Post(new CallSignal.PhoneCalls(offered));
            return;
        }

        LogPhoneRefused(logger, phone);
        _ = RefuseAsync(offered.Leg, pbx);
    }

    private async Task RefuseAsync(LegId leg, ITelephonyProvider pbx)
    {
        try
        {
            await pbx.HangUpAsync(leg, LegEndCause.Rejected, _stopping.Token);
        }
        catch (Exception e) when (e is TelephonyException or OperationCanceledException)
        {
            // It is still there at the next reconciliation, and refused then.
        }
    }

    /// <summary>Begins to call a caller back; the call-back of the same call that is under way when there is one.</summary>
    public CallId CallBack(CallRecord original, string incarnation, ITelephonyProvider pbx)
    {
        lock (_callingBack)
        {
            if (_calls.Values.FirstOrDefault(c => c.CallsBack == original.Id) is { } underWay)
            {
                return underWay.Id;
            }

            var services = _services!;
            var id = new CallId(services.Runtime.Ids.NewId());
            var leg = new LegId(pbx.Name, $"vo-{id}-c");
            Start(
                new CallSession(new CallRecord(id), pbx, services, Register, leg, _stopping.Token) { CallsBack = original.Id },
                new CallReceived(services.Runtime.Clock.GetUtcNow(), leg, incarnation, original.Dialled, original.Caller) { CallsBack = original.Id });
            return id;
        }
    }

    /// <summary>The call-backs under way.</summary>
    public IReadOnlyList<CallSession> ListCallbacks() => [.. _calls.Values.Where(c => c.CallsBack is not null).OrderBy(c => c.Id)];

    /// <summary>Whether a caller with this number is on the line.</summary>
    public bool IsOnLine(PhoneNumber number) => _calls.Values.Any(c => c is { CallsBack: null, Record.Caller.Number: { } calling } && calling == number);

    /// <summary>Takes up a call of an earlier run of the host, with the legs that are alive.</summary>
    public void Adopt(CallRecord record, PbxView view, ITelephonyProvider pbx)
    {
        var session = new CallSession(record, pbx, _services!, Register, record.CallerLeg, _stopping.Token) { CallsBack = record.CallsBack, IsAdopted = true };
        var isSamePbx = view.Incarnation == record.Incarnation;
        foreach (var leg in record.NamedLegs().Where(leg => leg != record.CallerLeg || record.CallsBack is null || record.CallerDialledAt is not null))
        {
            session.Lines.Expect(leg);
            if (isSamePbx && view.Find(leg) is { } seen)
            {
                session.Legs.MarkSeen(leg, seen.State);
            }
            else
            {
                session.Legs.MarkEnded(leg, leg == record.CallerLeg ? LegEndCause.Normal : LegEndCause.Failed);
            }
        }

        if (!isSamePbx)
        {
            session.LoseToPbx(view);
        }

        foreach (var leg in record.Transfers.SelectMany(t => t.Attempts).Where(a => session.Legs.IsAlive(a.Leg)).Select(a => a.Leg))
        {
            _services!.Transfers.Ledger.Adopt(record.Company!.Value, leg);
        }

        session.Signals.Post(new CallSignal.PbxSeen(view));
        LogAdopted(logger, record.Id, record.Stage);
        Start(session, null);
    }

    public CallSession? Find(CallId call) => _calls.GetValueOrDefault(call);

    public CallSession? FindByLeg(LegId leg) => _legs.GetValueOrDefault(leg);

    public IReadOnlyList<CallSession> List(string pbx) => [.. _calls.Values.Where(c => c.Pbx.Name == pbx).OrderBy(c => c.Id)];

    /// <summary>How many calls run.</summary>
    public int Count => _calls.Count;

    /// <summary>Calls that could not be run to their end since this was last asked: each is to be taken up again from its journal.</summary>
    public IReadOnlyList<CallId> TakeFailed(string pbx)
    {
        var taken = new List<CallId>();
        for (var waiting = _failed.Count; waiting > 0 && _failed.TryDequeue(out var failed); waiting--)
        {
            if (failed.Pbx == pbx)
            {
                taken.Add(failed.Call);
            }
            else
            {
                _failed.Enqueue(failed);
            }
        }

        return taken;
    }

    void IDispatchListener.Decided(in DispatchDecision decision)
    {
        if (decision.Operator is { } op)
        {
            roster.Changed(op, decision.IsPause);
        }

        if (decision.Explanation is { } explanation)
        {
            LogExplained(logger, explanation);
            _services!.Events.Publish(new OfferExplained(explanation));
        }

        if (decision.Call is not { } call)
        {
            return;
        }

        if (Find(call) is { } session)
        {
            session.Signals.Post(decision.Limit is { } limit ? new CallSignal.Exited(limit, decision.Ticket) : new CallSignal.Offered(decision.Offer, decision.Operator!, decision.Ticket));
        }
        else
        {
            _services!.Dispatcher.Post(new DispatchCommand.Leave(call));
        }
    }

    /// <summary>Stops commanding; the calls stay up at the PBX.</summary>
    public async Task StopAsync()
    {
        _stopping.Cancel();
        await Task.WhenAll(_running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => _stopping.Dispose();

    private void Register(LegId leg, CallSession session) => _legs[leg] = session;

    private void Start(CallSession session, CallReceived? received)
    {
        var pair = new ConcurrentExclusiveSchedulerPair(_services!.Runtime.Scheduler);
        var run = new Task<Task>(() => RunAsync(session, received), TaskCreationOptions.DenyChildAttach);

        // Noted before it is started: a call may be over before this returns.
        _calls[session.Id] = session;
        _running[session.Id] = run.Unwrap();
        run.Start(pair.ExclusiveScheduler);
    }

    private async Task RunAsync(CallSession session, CallReceived? received)
    {
        try
        {
            await CallRunner.RunAsync(session, received);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops; the next one adopts the call.
        }
        catch (Exception e)
        {
            LogCallFailed(logger, session.Id, e);
            _failed.Enqueue((session.Id, session.Pbx.Name));
        }
        finally
        {
            await RemoveAsync(session);
        }
    }

    private async Task RemoveAsync(CallSession session)
    {
        // The legs first: who reports after this finds no call and is hung up by the connection, who reported before is in the mailbox.
        foreach (var leg in session.Record.NamedLegs().Append(session.CallerLeg))
        {
            _legs.TryRemove(KeyValuePair.Create(leg, session));
        }

        foreach (var leg in session.Record.Transfers.SelectMany(t => t.Attempts).Select(a => a.Leg))
        {
            _services!.Transfers.Ledger.Release(session.Record.Company!.Value, leg);
        }

        _calls.TryRemove(session.Id, out _);
        foreach (var leg in session.Signals.Close())
        {
            try
            {
                await session.Pbx.HangUpAsync(leg, LegEndCause.Normal, _stopping.Token);
            }
            catch (Exception e) when (e is TelephonyException or OperationCanceledException)
            {
                LogLateLeg(logger, session.Id, leg, e);
            }
        }

        _running.TryRemove(session.Id, out _);
    }

    [LoggerMessage(1020, LogLevel.Information, "Call {Call} of an earlier run is taken up in stage {Stage}")]
    private static partial void LogAdopted(ILogger logger, CallId call, CallStage stage);

    [LoggerMessage(1022, LogLevel.Warning, "Call {Call}: leg {Leg} came to life after the call and could not be hung up; the next connect repeats it")]
    private static partial void LogLateLeg(ILogger logger, CallId call, LegId leg, Exception exception);

    [LoggerMessage(1021, LogLevel.Critical, "Call {Call} could not be run to its end; the next reconciliation takes it up again")]
    private static partial void LogCallFailed(ILogger logger, CallId call, Exception exception);

    [LoggerMessage(1033, LogLevel.Warning, "The phone {Phone} calls somebody while its operator has no call; it is refused")]
    private static partial void LogPhoneRefused(ILogger logger, DeviceId phone);

    [LoggerMessage(1032, LogLevel.Information, "Offered: {Explanation}")]
    private static partial void LogExplained(ILogger logger, Queues.RoutingExplanation explanation);
}
