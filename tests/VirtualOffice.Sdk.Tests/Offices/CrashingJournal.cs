using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>A journal that kills the host around chosen appends, and remembers when calls became durable.</summary>
internal sealed class CrashingJournal(ICallJournal journal, SimulatedHost host, JournalWatch watch) : ICallJournal
{
    public async Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        var number = watch.NextAppend();
        if (watch.Plan.Before.Contains(number))
        {
            await KilledAsync();
        }

        await journal.AppendAsync(append, cancellationToken);
        watch.Committed(append);
        if (watch.Plan.After.Contains(number))
        {
            await KilledAsync();
        }
    }

    public Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken) => journal.ReadAsync(call, cancellationToken);

    public IAsyncEnumerable<CallHistory> ReadOpenAsync(CancellationToken cancellationToken) => journal.ReadOpenAsync(cancellationToken);

    public Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken) => journal.ReadPageAsync(query, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => journal.CheckAsync(cancellationToken);

    private Task KilledAsync()
    {
        watch.Crashes++;
        host.Kill();
        return new TaskCompletionSource().Task;
    }
}
