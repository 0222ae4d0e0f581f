using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Who waits where, for the desks: taken from the dispatcher once for each version, and not once for each desk. Safe for concurrent use.</summary>
internal sealed class QueueLists(IVirtualOffice office, DeskLive live, OfficeRuntime runtime)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<Dictionary<CompanyId, QueueSnapshot>>? _taking;
    private long _version;
    private long _takenAt;

    /// <summary>The queues of these companies, in the order of their ids.</summary>
    public async Task<IReadOnlyList<QueueSnapshot>> ReadAsync(IEnumerable<CompanyId> companies, CancellationToken cancellationToken)
    {
        var queues = await TakeAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return [.. companies.Distinct().Order().Select(company => queues.GetValueOrDefault(company)).OfType<QueueSnapshot>()];
    }

    private Task<Dictionary<CompanyId, QueueSnapshot>> TakeAsync()
    {
        var version = live.VersionOf(DeskTopic.Queues);
        lock (_gate)
        {
            if (_taking is null or { IsFaulted: true } or { IsCanceled: true } || _version < version || runtime.Clock.GetElapsedTime(_takenAt) > Fresh)
            {
                (_version, _takenAt, _taking) = (version, runtime.Clock.GetTimestamp(), Task.Run(LoadAsync, CancellationToken.None));
            }

            return _taking;
        }
    }

    private async Task<Dictionary<CompanyId, QueueSnapshot>> LoadAsync() =>
        (await office.Queues.ListAsync(CancellationToken.None).ConfigureAwait(false)).ToDictionary(q => q.Company);
}
