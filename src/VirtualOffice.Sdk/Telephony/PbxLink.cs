using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Reconciliation;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>One PBX of the office: the connection that reads its events, and the reconciliation beside it.</summary>
internal sealed class PbxLink
{
    private readonly ITelephonyProvider _pbx;
    private readonly CallDirectory _calls;
    private readonly PbxReconciler _reconciler;
    private readonly ReconciliationWorker _reconciliation;
    private readonly PbxConnection _connection;

    public PbxLink(ITelephonyProvider pbx, OfficeParts parts, CallDirectory calls, OfficeEvents events, ILoggerFactory loggers)
    {
        (_pbx, _calls) = (pbx, calls);
        var runtime = parts.Runtime;
        var cleaner = new PbxCleaner(pbx, runtime, loggers.CreateLogger<PbxCleaner>());
        _reconciler = new PbxReconciler(pbx, calls, cleaner, parts.Journal, loggers.CreateLogger<PbxReconciler>());
        _reconciliation = new ReconciliationWorker(pbx.Name, _reconciler, parts.ImporterFor(pbx, calls), runtime, parts.Options, loggers.CreateLogger<ReconciliationWorker>());
        _connection = new PbxConnection(pbx, _reconciler, _reconciliation, cleaner, calls, runtime, events, loggers.CreateLogger<PbxConnection>());
    }

    public string Name => _connection.Name;

    /// <summary>Why the PBX is not there; null when it is connected.</summary>
    public string? Missing => _connection.Missing;

    /// <summary>Hands over the open calls of an earlier run; they are taken up with the first snapshot.</summary>
    public void Recover(IEnumerable<CallRecord> records) => _reconciler.Recover(records);

    /// <summary>Begins to call a caller back; the call-back of the same call that is under way when there is one.</summary>
    public CallId CallBack(CallRecord original) => _calls.CallBack(original, _reconciler.Incarnation, _pbx);

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_connection.RunAsync(cancellationToken), _reconciliation.RunAsync(cancellationToken));
}
