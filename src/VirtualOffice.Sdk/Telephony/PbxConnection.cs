using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Reconciliation;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>
/// Reads one PBX's events and hands them to the calls; every snapshot goes to the reconciler. It waits for nobody.
/// </summary>
internal sealed partial class PbxConnection(
    ITelephonyProvider pbx,
    PbxReconciler reconciler,
    ReconciliationWorker reconciliation,
    PbxCleaner cleaner,
    CallDirectory calls,
    RecipientLegs recipients,
    OfficeRuntime runtime,
    OfficeEvents events,
    ILogger<PbxConnection> logger)
{
    public string Name => pbx.Name;

    /// <summary>Why the PBX is not there; null when it is connected.</summary>
    public string? Missing { get; private set; } = "not connected yet";

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
                reconciler.Connected(snapshot, cancellationToken);
                Missing = null;
                reconciliation.Resume();
                LogConnected(logger, pbx.Name, snapshot.Legs.Count);
                events.Publish(new PbxConnectionChanged(pbx.Name, IsConnected: true, null));
                break;
            case PbxDisconnected { Reason: var reason }:
                LogLost(logger, pbx.Name, reason);
                Lost(reason);
                break;
            case LegOffered offered:
                calls.Receive(offered, reconciler.Incarnation, pbx);
                break;
            case LegEvent legEvent when calls.FindByLeg(legEvent.Leg) is { } call:
                call.Signals.Post(new CallSignal.FromLeg(legEvent));
                break;
            case LegEvent legEvent when recipients.Post(legEvent):
                break;
            case LegRinging or LegAnswered:
                // A leg of ours whose call is over: it was still being created when the call ended.
                cleaner.HangUp(((LegEvent)telephonyEvent).Leg, cancellationToken);
                break;
        }
    }

    private void Lost(string reason)
    {
        if (Missing is null)
        {
            reconciliation.Pause();
            events.Publish(new PbxConnectionChanged(pbx.Name, IsConnected: false, reason));
            foreach (var call in calls.List(pbx.Name))
            {
                call.Signals.Post(new CallSignal.PbxLost());
            }
        }

        Missing = reason;
    }

    [LoggerMessage(1200, LogLevel.Information, "PBX {Pbx} is connected; it has {Legs} legs of ours")]
    private static partial void LogConnected(ILogger logger, string pbx, int legs);

    [LoggerMessage(1201, LogLevel.Error, "PBX {Pbx} is lost: {Reason}. Calls go on there; the provider tries to come back")]
    private static partial void LogLost(ILogger logger, string pbx, string reason);

    [LoggerMessage(1202, LogLevel.Critical, "PBX {Pbx} refuses the office; trying again in {Pause}")]
    private static partial void LogRefused(ILogger logger, string pbx, TimeSpan pause, Exception exception);

    [LoggerMessage(1205, LogLevel.Critical, "PBX {Pbx} is commanded by another host now; this one stops commanding it")]
    private static partial void LogReplaced(ILogger logger, string pbx, Exception exception);
}
