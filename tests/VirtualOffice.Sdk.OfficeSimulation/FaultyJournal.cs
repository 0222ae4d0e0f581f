using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>A journal that kills the host around chosen appends, is away or slow at times, and loses answers.</summary>
internal sealed class FaultyJournal(ICallJournal journal, SimulatedHost host, JournalWatch watch, StoreFaults faults, CrashPlan crashes) : ICallJournal
{
    public async Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        var number = watch.NextAppend(append);
        await faults.ReachAsync(host, "append", cancellationToken);
        if (crashes.Before.Contains(number))
        {
            await KilledAsync();
        }

        await journal.AppendAsync(append, cancellationToken);
        watch.Committed(append);
        if (crashes.After.Contains(number))
        {
            await KilledAsync();
        }

        if (!await faults.AnswerAsync(host, cancellationToken))
        {
            throw faults.Unknown();
        }
    }

    public async Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "read", cancellationToken);
        return await journal.ReadAsync(call, cancellationToken);
    }

    public async IAsyncEnumerable<CallHistory> ReadOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "read open calls", cancellationToken);
        await foreach (var history in journal.ReadOpenAsync(cancellationToken))
        {
            yield return history;
        }
    }

    public async Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "read page", cancellationToken);
        return await journal.ReadPageAsync(query, cancellationToken);
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await faults.ReachAsync(host, "check", cancellationToken);
        await journal.CheckAsync(cancellationToken);
    }

    private Task KilledAsync()
    {
        host.Kill();
        return new TaskCompletionSource().Task;
    }
}
