using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>What the journals of all hosts of a run have seen, folded as it was committed; and what is wrong with them.</summary>
internal sealed class JournalWatch(SimulatedWorld world, CrashPlan plan, Troubles troubles)
{
    private readonly SortedDictionary<CallId, CallRecord> _calls = [];

    public CrashPlan Plan { get; } = plan;

    public Troubles Troubles { get; } = troubles;

    public int Appends { get; private set; }

    public int Crashes { get; private set; }

    public DateTimeOffset CrashedAt { get; private set; }

    /// <summary>Until when the store is away.</summary>
    public DateTimeOffset AwayUntil { get; set; }

    /// <summary>Whether the next append is committed and its answer lost.</summary>
    public bool LosesNextAnswer { get; set; }

    public bool IsAway => world.Clock.GetUtcNow() < AwayUntil;

    public Dictionary<LegId, DateTimeOffset> ReceivedAt { get; } = [];

    /// <summary>Messages of which somebody was told that they are saved.</summary>
    public List<MessageId> Acknowledged { get; } = [];

    /// <summary>Every call that is in the journal, oldest first.</summary>
    public IReadOnlyCollection<CallRecord> Calls => _calls.Values;

    public CallRecord? Find(CallId call) => _calls.GetValueOrDefault(call);

    public int NextAppend() => ++Appends;

    public void Crashed() => (Crashes, CrashedAt) = (Crashes + 1, world.Clock.GetUtcNow());

    public void Committed(JournalAppend append)
    {
        if (append.Events[0] is CallReceived received)
        {
            ReceivedAt.TryAdd(received.Leg, world.Clock.GetUtcNow());
            _calls.Add(append.Call, new CallRecord(append.Call));
        }

        var record = _calls[append.Call];
        Assert.Equal(append.ExpectedVersion, record.Version);
        foreach (var callEvent in append.Events)
        {
            Assert.False(callEvent is CallEnded && record.Outcome is not null, $"Call {record.Id} has more than one outcome.");
            record.Apply(callEvent);
        }
    }
}
