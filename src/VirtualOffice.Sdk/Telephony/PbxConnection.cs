using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>
/// Reads one PBX's events, and hands them to the calls. On every connect, what the PBX has is compared with what runs here: calls of an earlier run are
/// taken up, callers who came unseen are received, and legs and bridges of calls that are over are ended.
/// </summary>
internal sealed partial class PbxConnection(ITelephonyProvider pbx, CallDirectory calls, OfficeRuntime runtime, OfficeEvents events, ILogger<PbxConnection> logger)
{
    private const int Tries = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly List<CallRecord> _toAdopt = [];
    private string _incarnation = "";

    public string Name => pbx.Name;

    /// <summary>Why the PBX is not there; null when it is connected.</summary>
    public string? Missing { get; private set; } = "not connected yet";

    /// <summary>Hands over the open calls of an earlier run; they are taken up with the first snapshot.</summary>
    public void Recover(IEnumerable<CallRecord> records) => _toAdopt.AddRange(records);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause < TimeSpan.FromMinutes(1) ? pause * 2 : pause)
        {
            try
            {
                await foreach (var telephonyEvent in pbx.ConnectAsync(cancellationToken))
                {
                    Handle(telephonyEvent, cancellationToken);
                }

                Lost("the provider has stopped");
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (TelephonyException e) when (e.Error == TelephonyError.Replaced)
            {
                // Another host commands the PBX now; coming back would take it away again, for ever in turns.
                LogReplaced(logger, pbx.Name, e);
                Lost(e.Message);
                return;
            }
            catch (Exception e)
            {
                LogRefused(logger, pbx.Name, pause, e);
                Lost(e.Message);
            }

            await Task.Delay(pause, runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Handle(TelephonyEvent telephonyEvent, CancellationToken cancellationToken)
    {
        switch (telephonyEvent)
        {
            case PbxConnected { Snapshot: var snapshot }:
                Reconcile(snapshot, cancellationToken);
                Missing = null;
                LogConnected(logger, pbx.Name, snapshot.Legs.Count);
                events.Publish(new PbxConnectionChanged(pbx.Name, IsConnected: true, null));
                break;
            case PbxDisconnected { Reason: var reason }:
                LogLost(logger, pbx.Name, reason);
                Lost(reason);
                break;
            case LegOffered offered:
                calls.Receive(offered, _incarnation, pbx);
                break;
            case LegEvent legEvent when calls.FindByLeg(legEvent.Leg) is { } call:
                call.Post(new CallSignal.FromLeg(legEvent));
                break;
            case LegRinging or LegAnswered:
                // A leg of ours whose call is over: it was still being created when the call ended.
                HangUp(((LegEvent)telephonyEvent).Leg, cancellationToken);
                break;
        }
    }

    private void Reconcile(PbxSnapshot snapshot, CancellationToken cancellationToken)
    {
        _incarnation = snapshot.Incarnation;
        foreach (var call in calls.List(pbx.Name))
        {
            call.Post(new CallSignal.PbxSeen(snapshot));
        }

        foreach (var record in _toAdopt)
        {
            calls.Adopt(record, snapshot, pbx);
        }

        _toAdopt.Clear();
        foreach (var leg in snapshot.Legs)
        {
            if (calls.FindByLeg(leg.Leg) is not null)
            {
                continue;
            }

            if (leg.Offer is { } offer)
            {
                calls.Receive(offer, _incarnation, pbx);
            }
            else if (leg.Tag is not null)
            {
                HangUp(leg.Leg, cancellationToken);
            }
        }

        var bridges = calls.List(pbx.Name).Select(c => c.Bridge).ToHashSet();
        foreach (var bridge in snapshot.Bridges.Where(b => b.Value.StartsWith("vo-", StringComparison.Ordinal) && !bridges.Contains(b)))
        {
            Command(() => pbx.DestroyBridgeAsync(bridge, cancellationToken));
        }
    }

    private void Lost(string reason)
    {
        if (Missing is null)
        {
            events.Publish(new PbxConnectionChanged(pbx.Name, IsConnected: false, reason));
            foreach (var call in calls.List(pbx.Name))
            {
                call.Post(new CallSignal.PbxLost());
            }
        }

        Missing = reason;
    }

    private void HangUp(LegId leg, CancellationToken cancellationToken)
    {
        LogGhost(logger, leg);
        Command(() => pbx.HangUpAsync(leg, LegEndCause.Normal, cancellationToken));
    }

    /// <summary>Gives a command without waiting for it: the reader of events waits for nobody.</summary>
    private void Command(Func<Task> command) => _ = Task.Factory.StartNew(
        async () =>
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    await command();
                    return;
                }
                catch (TelephonyException e) when (e.Error == TelephonyError.Unavailable && tries < Tries)
                {
                    await Task.Delay(Pause, runtime.Clock);
                }
                catch (Exception e) when (e is TelephonyException or OperationCanceledException)
                {
                    LogCommandFailed(logger, pbx.Name, e);
                    return;
                }
            }
        },
        CancellationToken.None,
        TaskCreationOptions.DenyChildAttach,
        runtime.Scheduler);

    [LoggerMessage(1200, LogLevel.Information, "PBX {Pbx} is connected; it has {Legs} legs of ours")]
    private static partial void LogConnected(ILogger logger, string pbx, int legs);

    [LoggerMessage(1201, LogLevel.Error, "PBX {Pbx} is lost: {Reason}. Calls go on there; the provider tries to come back")]
    private static partial void LogLost(ILogger logger, string pbx, string reason);

    [LoggerMessage(1202, LogLevel.Critical, "PBX {Pbx} refuses the office; trying again in {Pause}")]
    private static partial void LogRefused(ILogger logger, string pbx, TimeSpan pause, Exception exception);

    [LoggerMessage(1203, LogLevel.Warning, "Leg {Leg} belongs to no living call and is hung up")]
    private static partial void LogGhost(ILogger logger, LegId leg);

    [LoggerMessage(1204, LogLevel.Warning, "A clean-up at PBX {Pbx} failed; the next connect repeats it")]
    private static partial void LogCommandFailed(ILogger logger, string pbx, Exception exception);

    [LoggerMessage(1205, LogLevel.Critical, "PBX {Pbx} is commanded by another host now; this one stops commanding it")]
    private static partial void LogReplaced(ILogger logger, string pbx, Exception exception);
}
