using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Spooling;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Tests.Calls;

namespace VirtualOffice.Sdk.Tests.Spooling;

public sealed class SpooledCallJournalTests : IDisposable
{
    private readonly SimulatedWorld _world = new();
    private readonly MemorySpoolStorage _storage = new();
    private readonly TroubledJournal _database;
    private readonly ErrorLog _errors = new();
    private readonly List<string> _stops = [];
    private SpooledCallJournal _journal;

    public SpooledCallJournalTests()
    {
        _database = new TroubledJournal(_world.Clock);
        _journal = NewJournal();
    }

    public void Dispose()
    {
        _errors.Dispose();
        _storage.Dispose();
    }

    [Fact]
    public void AppendAsync_DatabaseThere_GoesToItAlone()
    {
        Append(NewCall(), 0);
        Assert.Equal(0, _journal.PendingCount);
        Assert.Empty(_storage.Bytes);
    }

    [Fact]
    public void AppendAsync_DatabaseAway_IsAcknowledgedAndReplayedInOrderWhenItIsBack()
    {
        var (first, second) = (NewCall(), NewCall());
        _database.OnAppends([.. Enumerable.Repeat(JournalTrouble.Away, 10)]);
        Start();
        Append(first, 0);
        Append(second, 0);
        Append(first, 1);
        Append(first, 2);
        Assert.Equal(4, _journal.PendingCount);
        Assert.NotEmpty(_storage.Bytes);

        _world.RunFor(TimeSpan.FromMinutes(1));

        Assert.Equal(0, _journal.PendingCount);
        Assert.Empty(_storage.Bytes);
        Assert.Equal((3, 1), (Stored(first), Stored(second)));
    }

    [Fact]
    public void AppendAsync_CameThroughThoughItSeemedNot_IsFoundByTheReplayAndNotDoubled()
    {
        var call = NewCall();
        _database.OnAppends(JournalTrouble.AwayAfterwards);
        Append(call, 0);
        Append(call, 1);

        Start();
        _world.RunFor(TimeSpan.FromMinutes(1));

        Assert.Equal((2, 0), (Stored(call), _journal.PendingCount));
        Assert.DoesNotContain(_errors.Lines, l => l.StartsWith(nameof(LogLevel.Critical), StringComparison.Ordinal));
    }

    [Fact]
    public void AppendAsync_WrongVersionBehindASpooledOne_Conflicts()
    {
        var call = NewCall();
        _database.OnAppends(JournalTrouble.Away);
        Append(call, 0);

        Assert.Throws<JournalConflictException>(() => Append(call, 3));
    }

    [Fact]
    public void ReadAsync_SpooledCall_HasWhatWaits()
    {
        var call = NewCall();
        Append(call, 0);
        _database.OnAppends(JournalTrouble.Away);
        Append(call, 1);

        Assert.Equal(2, _world.Run(() => _journal.ReadAsync(call, CancellationToken.None))!.Events.Count);
    }

    [Fact]
    public void RecoverAsync_AfterACrash_BringsWhatWaitedIntoTheDatabase()
    {
        var call = NewCall();
        Append(call, 0);
        _database.OnAppends(JournalTrouble.Away);
        Append(call, 1);
        Append(call, 2);

        _journal = NewJournal();
        _world.Run(() => _journal.RecoverAsync(CancellationToken.None));

        Assert.Equal(3, Stored(call));
        Assert.Empty(_storage.Bytes);
    }

    [Fact]
    public void RecoverAsync_CrashedInTheMiddleOfAReplay_DoublesNothing()
    {
        var call = NewCall();
        _database.OnAppends(JournalTrouble.Away);
        Append(call, 0);
        Append(call, 1);
        var spool = _storage.ReadAll();
        Start();
        _world.RunFor(TimeSpan.FromSeconds(10));
        Append(call, 2);

        // As if it had been killed before the spool was emptied, and the database went on.
        _storage.Bytes.AddRange(spool);
        _journal = NewJournal();
        _world.Run(() => _journal.RecoverAsync(CancellationToken.None));

        Assert.Equal(3, Stored(call));
        Assert.DoesNotContain(_errors.Lines, l => l.StartsWith(nameof(LogLevel.Critical), StringComparison.Ordinal));
    }

    [Fact]
    public void AppendAsync_SpoolFailsToo_IsNotAcknowledgedAndTheOfficeStopsItselfOnce()
    {
        _database.OnAppends([.. Enumerable.Repeat(JournalTrouble.Away, 10)]);
        _storage.FailsAfter = 5;

        Assert.Throws<StoreUnavailableException>(() => Append(NewCall(), 0));
        Assert.Throws<StoreUnavailableException>(() => Append(NewCall(), 0));

        Assert.Contains("No space left on device", Assert.Single(_stops), StringComparison.Ordinal);
    }

    [Fact]
    public void FindAsync_CommandThatWaits_IsFound()
    {
        var call = NewCall();
        var command = new ProcessedCommand(CommandId.Parse("c1"), call, "f", "a", _world.Clock.GetUtcNow());
        _database.OnAppends(JournalTrouble.Away);
        _world.Run(() => _journal.AppendAsync(new JournalAppend(call, 0, [TestCalls.Received(_world.Clock.GetUtcNow())], []) { Commands = [command] }, CancellationToken.None));

        Assert.Equal(command, _world.Run(() => _journal.FindAsync(command.Id, CancellationToken.None)));
    }

    private SpooledCallJournal NewJournal()
    {
        var failStop = new FailStop(NullLogger<FailStop>.Instance);
        failStop.Attach(_stops.Add);
        return new SpooledCallJournal(
            _database, _database.Inner, new SpoolLog(_storage, long.MaxValue), _world.Runtime, failStop, new Logger<SpooledCallJournal>(_errors));
    }

    private void Start()
    {
        var journal = _journal;
        _ = _world.AddHost().Start(() => journal.RunAsync(CancellationToken.None));
    }

    private CallId NewCall() => new(_world.Runtime.Ids.NewId());

    private void Append(CallId call, long version)
    {
        var now = _world.Clock.GetUtcNow();
        CallEvent callEvent = version == 0 ? TestCalls.Received(now) : new CallQueued(now, now.AddSeconds(-version));
        _world.Run(() => _journal.AppendAsync(new JournalAppend(call, version, [callEvent], []), CancellationToken.None));
    }

    private int Stored(CallId call) => _world.Run(() => _database.Inner.ReadAsync(call, CancellationToken.None))?.Events.Count ?? 0;
}
