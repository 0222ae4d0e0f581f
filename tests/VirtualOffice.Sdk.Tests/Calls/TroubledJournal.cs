using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>A journal in memory that has the troubles it is told to have, one a request, and then none.</summary>
internal sealed class TroubledJournal(TimeProvider clock) : ICallJournal
{
    private readonly Queue<JournalTrouble> _appends = [];
    private readonly Queue<JournalTrouble> _reads = [];

    public InMemoryCallJournal Inner { get; } = new();

    /// <summary>When every append was asked for.</summary>
    public List<DateTimeOffset> AppendedAt { get; } = [];

    public int Reads { get; private set; }

    public void OnAppends(params ReadOnlySpan<JournalTrouble> troubles)
    {
        foreach (var trouble in troubles)
        {
            _appends.Enqueue(trouble);
        }
    }

    public void OnReads(params ReadOnlySpan<JournalTrouble> troubles)
    {
        foreach (var trouble in troubles)
        {
            _reads.Enqueue(trouble);
        }
    }

    public async Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        AppendedAt.Add(clock.GetUtcNow());
        var trouble = Next(_appends);
        if (trouble != JournalTrouble.Away)
        {
            await Inner.AppendAsync(append, cancellationToken);
        }

        ThrowIfAway(trouble);
    }

    public async Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        Reads++;
        var trouble = Next(_reads);
        ThrowIfAway(trouble);
        return await Inner.ReadAsync(call, cancellationToken);
    }

    public IAsyncEnumerable<CallHistory> ReadOpenAsync(CancellationToken cancellationToken) => Inner.ReadOpenAsync(cancellationToken);

    public Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken) => Inner.ReadPageAsync(query, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => Inner.CheckAsync(cancellationToken);

    private static JournalTrouble Next(Queue<JournalTrouble> troubles) => troubles.TryDequeue(out var trouble) ? trouble : JournalTrouble.None;

    private static void ThrowIfAway(JournalTrouble trouble)
    {
        if (trouble != JournalTrouble.None)
        {
            throw new StoreUnavailableException("The store is away.");
        }
    }
}
