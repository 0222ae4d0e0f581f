using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Reconciliation;

/// <summary>
/// Compares what a PBX has with what runs here, on every connect and every so often: calls of an earlier run are taken up, callers who came unseen are received,
/// and legs and bridges of calls that are over are ended. Events are only the faster way to the same.
/// </summary>
internal sealed partial class PbxReconciler(ITelephonyProvider pbx, CallDirectory calls, RecipientLegs recipients, PbxCleaner cleaner, ICallJournal journal, ILogger<PbxReconciler> logger)
{
    private readonly List<CallRecord> _toAdopt = [];

    /// <summary>The incarnation of the PBX that is connected.</summary>
    public string Incarnation { get; private set; } = "";

    /// <summary>Hands over the open calls of an earlier run; they are taken up with the first snapshot.</summary>
    public void Recover(IEnumerable<CallRecord> records) => _toAdopt.AddRange(records);

    /// <summary>The PBX is connected; nothing it reports was missed since the snapshot was made.</summary>
    public void Connected(PbxSnapshot snapshot, CancellationToken cancellationToken)
    {
        var view = new PbxView(snapshot);
        Incarnation = snapshot.Incarnation;
        foreach (var call in calls.List(pbx.Name))
        {
            call.Signals.Post(new CallSignal.PbxSeen(view));
        }

        foreach (var record in _toAdopt)
        {
            calls.Adopt(record, view, pbx);
        }

        _toAdopt.Clear();
        foreach (var leg in Unknown(view))
        {
            TakeCareOf(leg, cancellationToken);
        }

        DestroyUnknownBridges(view, cancellationToken);
    }

    /// <summary>Looks whether anything was missed while the PBX was connected. Legs come and go meanwhile: what looks amiss is looked up once more.</summary>
    /// <exception cref="TelephonyException">The PBX does not answer.</exception>
    /// <exception cref="StoreUnavailableException">The journal of a call to be taken up again cannot be read.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var rungUp = recipients.Dialled(pbx.Name);
        var view = new PbxView(await pbx.SnapshotAsync(cancellationToken));
        if (view.Incarnation != Incarnation)
        {
            // It was restarted, and the connection is about to notice.
            return;
        }

        foreach (var call in calls.List(pbx.Name))
        {
            call.Signals.Post(new CallSignal.PbxChecked(view));
        }

        foreach (var call in calls.TakeFailed(pbx.Name))
        {
            await TakeUpAgainAsync(call, view, cancellationToken);
        }

        foreach (var leg in rungUp)
        {
            // What a gap of the connection has swallowed: that somebody answered, or that the line is over.
            if (view.Find(leg) is not { } living)
            {
                recipients.Post(new LegEnded(leg, LegEndCause.Failed));
            }
            else if (living.State == LegState.Up)
            {
                recipients.Post(new LegAnswered(leg));
            }
        }

        foreach (var leg in Unknown(view))
        {
            if (await pbx.FindLegAsync(leg.Leg, cancellationToken) is { } living && !IsKnown(leg.Leg))
            {
                LogMissed(logger, leg.Leg);
                TakeCareOf(living, cancellationToken);
            }
        }

        DestroyUnknownBridges(view, cancellationToken);
    }

    private List<LegSnapshot> Unknown(PbxView view) => [.. view.Legs.Where(l => (l.Offer is not null || l.Tag is not null) && !IsKnown(l.Leg))];

    private bool IsKnown(LegId leg) => calls.FindByLeg(leg) is not null || recipients.Contains(leg);

    private void TakeCareOf(LegSnapshot leg, CancellationToken cancellationToken)
    {
        if (leg.Offer is { } offer)
        {
            calls.Receive(offer, Incarnation, pbx);
        }
        else
        {
            cleaner.HangUp(leg.Leg, cancellationToken);
        }
    }

    private async Task TakeUpAgainAsync(CallId call, PbxView view, CancellationToken cancellationToken)
    {
        if (await journal.ReadAsync(call, cancellationToken) is { } history && CallRecord.Fold(call, history.Events) is { IsClosed: false } record)
        {
            calls.Adopt(record, view, pbx);
        }
    }

    private void DestroyUnknownBridges(PbxView view, CancellationToken cancellationToken)
    {
        var known = calls.List(pbx.Name).Select(c => c.Bridge).ToHashSet();
        foreach (var bridge in view.Bridges.Where(b => b.Value.StartsWith("vo-", StringComparison.Ordinal) && !known.Contains(b)))
        {
            cleaner.Destroy(bridge, cancellationToken);
        }
    }

    [LoggerMessage(1210, LogLevel.Error, "Leg {Leg} is at the PBX and no event told of it")]
    private static partial void LogMissed(ILogger logger, LegId leg);
}
