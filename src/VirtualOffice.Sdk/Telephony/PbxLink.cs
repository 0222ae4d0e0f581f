using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Reconciliation;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>One PBX of the office: the connection that reads its events, and the reconciliation beside it.</summary>
internal sealed class PbxLink
{
    private readonly PbxReconciler _reconciler;
    private readonly ReconciliationWorker _reconciliation;
    private readonly PbxConnection _connection;

    public PbxLink(ITelephonyProvider pbx, OfficeParts parts, CallDirectory calls, OfficeEvents events, ILoggerFactory loggers)
    {
        var runtime = parts.Runtime;
        var cleaner = new PbxCleaner(pbx, runtime, loggers.CreateLogger<PbxCleaner>());
        _reconciler = new PbxReconciler(pbx, calls, parts.Recipients, cleaner, parts.Journal, loggers.CreateLogger<PbxReconciler>());
        _reconciliation = new ReconciliationWorker(pbx.Name, _reconciler, parts.ImporterFor(pbx, calls), runtime, parts.Options, loggers.CreateLogger<ReconciliationWorker>());
        _connection = new PbxConnection(pbx, _reconciler, _reconciliation, cleaner, calls, parts.Recipients, runtime, events, loggers.CreateLogger<PbxConnection>());
    }

    public string Name => _connection.Name;

    /// <summary>Why the PBX is not there; null when it is connected.</summary>
    public string? Missing => _connection.Missing;

    /// <summary>Hands over the open calls of an earlier run; they are taken up with the first snapshot.</summary>
    public void Recover(IEnumerable<CallRecord> records) => _reconciler.Recover(records);

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_connection.RunAsync(cancellationToken), _reconciliation.RunAsync(cancellationToken));
}
