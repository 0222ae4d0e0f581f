using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>A journal that kills the host around chosen appends, is away at times, and loses answers.</summary>
internal sealed class CrashingJournal(ICallJournal journal, SimulatedHost host, JournalWatch watch) : ICallJournal
{
    public async Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        ThrowWhenAway();
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

        if (watch.LosesNextAnswer)
        {
            watch.LosesNextAnswer = false;
            watch.Troubles.Note("commit of unknown result", TimeSpan.FromSeconds(1));
            throw new StoreUnavailableException("The answer to a commit was lost.");
        }
    }

    public Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        ThrowWhenAway();
        return journal.ReadAsync(call, cancellationToken);
    }

    public IAsyncEnumerable<CallHistory> ReadOpenAsync(CancellationToken cancellationToken) => journal.ReadOpenAsync(cancellationToken);

    public Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken) => journal.ReadPageAsync(query, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => journal.CheckAsync(cancellationToken);

    private void ThrowWhenAway([CallerMemberName] string operation = "")
    {
        if (watch.IsAway)
        {
            throw new StoreUnavailableException($"The store is away: {operation}.");
        }
    }

    private Task KilledAsync()
    {
        watch.Crashed();
        host.Kill();
        return new TaskCompletionSource().Task;
    }
}
