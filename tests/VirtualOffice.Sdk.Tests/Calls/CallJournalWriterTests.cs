using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class CallJournalWriterTests
{
    private readonly SimulatedWorld _world = new();
    private readonly TroubledJournal _journal;
    private readonly OfficeEvents _events = new();
    private readonly CallRecord _record;
    private readonly CallJournalWriter _writer;

    public CallJournalWriterTests()
    {
        _journal = new TroubledJournal(_world.Clock);
        _record = new CallRecord(new CallId(_world.Runtime.Ids.NewId()));
        _writer = new CallJournalWriter(_record, TestCalls.Services(_world.Runtime, _journal, _events));
    }

    [Fact]
    public void AppendAsync_StoreAway_IsTriedAgainWithGrowingPausesAndFoldedOnce()
    {
        _journal.OnAppends([.. Enumerable.Repeat(JournalTrouble.Away, 8)]);
        Append(Received());
        var pauses = _journal.AppendedAt.Zip(_journal.AppendedAt.Skip(1), (a, b) => (b - a).TotalMilliseconds);
        Assert.Equal([200, 400, 800, 1600, 3200, 5000, 5000, 5000], pauses);
        Assert.Equal(1, _record.Version);
        Assert.Single(Stored());
    }

    [Fact]
    public void AppendAsync_StoreAway_NothingIsFoldedBeforeItIsDurable()
    {
        _journal.OnAppends(JournalTrouble.Away);
        var folded = new List<long>();
        _world.Run(async () =>
        {
            var append = _writer.AppendAsync([Received()], [], CancellationToken.None);
            folded.Add(_record.Version);
            await append;
            folded.Add(_record.Version);
        });
        Assert.Equal([0, 1], folded);
    }

    [Fact]
    public void AppendAsync_ResultUnknownAndWritten_IsFoundAndNotDoubled()
    {
        Append(Received());
        _journal.OnAppends(JournalTrouble.AwayAfterwards);
        var reader = _events.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var queued = new CallEvent[] { new CallAnswered(_world.Clock.GetUtcNow()), new CallQueued(_world.Clock.GetUtcNow(), _world.Clock.GetUtcNow()) };
        Append(queued);
        Assert.Equal(3, _record.Version);
        Assert.Equal(queued, Stored().Skip(1));
        Assert.Equal([2L, 3L], _world.Run(() => ReadSequencesAsync(reader, 2)));
    }

    [Fact]
    public void AppendAsync_ResultUnknownAndAnotherWrote_TheConflictSurfacesAndNothingIsFolded()
    {
        Append(Received());
        _journal.OnAppends(JournalTrouble.Away);
        _world.Run(async () =>
        {
            var append = _writer.AppendAsync([new CallAnswered(_world.Clock.GetUtcNow())], [], CancellationToken.None);
            await _journal.Inner.AppendAsync(new JournalAppend(_record.Id, 1, [new CallEnded(_world.Clock.GetUtcNow(), new CallOutcome(CallOutcomeKind.Abandoned, CallStage.Intake))], []), CancellationToken.None);
            await Assert.ThrowsAsync<JournalConflictException>(() => append);
        });
        Assert.Equal((1L, 1), (_record.Version, _journal.Reads));
        Assert.IsType<CallEnded>(Stored()[^1]);
    }

    [Fact]
    public void AppendAsync_ConflictWithoutDoubt_SurfacesAtOnceAndIsNotLookedUp()
    {
        _world.Run(async () =>
        {
            await _journal.Inner.AppendAsync(new JournalAppend(_record.Id, 0, [Received()], []), CancellationToken.None);
            await Assert.ThrowsAsync<JournalConflictException>(() => _writer.AppendAsync([Received()], [], CancellationToken.None));
        });
        Assert.Equal((0L, 0, 1), (_record.Version, _journal.Reads, _journal.AppendedAt.Count));
    }

    [Fact]
    public void AppendAsync_LookUpMeetsAnAwayStore_IsLookedUpAgain()
    {
        _journal.OnAppends(JournalTrouble.AwayAfterwards);
        _journal.OnReads(JournalTrouble.Away, JournalTrouble.Away);
        Append(Received());
        Assert.Equal((1L, 3), (_record.Version, _journal.Reads));
        Assert.Single(Stored());
    }

    [Fact]
    public void AppendAsync_CancelledWhileTheStoreIsAway_EndsAndFoldsNothing()
    {
        _journal.OnAppends([.. Enumerable.Repeat(JournalTrouble.Away, 100)]);
        using var stopping = new CancellationTokenSource(TimeSpan.FromSeconds(10), _world.Clock);
        _world.Run(() => Assert.ThrowsAnyAsync<OperationCanceledException>(() => _writer.AppendAsync([Received()], [], stopping.Token)));
        Assert.Equal(0, _record.Version);
        Assert.Equal(TimeSpan.FromSeconds(10), _world.Clock.Elapsed);
    }

    private static async Task<List<long>> ReadSequencesAsync(IAsyncEnumerator<OfficeEvent> reader, int count)
    {
        var sequences = new List<long>();
        while (sequences.Count < count && await reader.MoveNextAsync())
        {
            sequences.Add(Assert.IsType<CallJournaled>(reader.Current).Sequence);
        }

        return sequences;
    }

    private CallReceived Received() => TestCalls.Received(_world.Clock.GetUtcNow());

    private void Append(params CallEvent[] events) => _world.Run(() => _writer.AppendAsync(events, [], CancellationToken.None));

    private IReadOnlyList<CallEvent> Stored() => _world.Run(() => _journal.Inner.ReadAsync(_record.Id, CancellationToken.None))!.Events;
}
