using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What the journals of all hosts of a run have committed, folded as it was committed and checked event by event.</summary>
internal sealed class JournalWatch(SimulatedOffice office, JournalRules rules, Violations violations, Timeline? timeline)
{
    private readonly SortedDictionary<CallId, WatchedCall> _calls = [];
    private readonly Dictionary<JournalAppend, DateTimeOffset> _askedAt = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<MessageId> _messages = [];

    public int Appends { get; private set; }

    public Dictionary<LegId, DateTimeOffset> ReceivedAt { get; } = [];

    /// <summary>Every call that is in the journal, oldest first.</summary>
    public IReadOnlyCollection<WatchedCall> Calls => _calls.Values;

    public WatchedCall? Find(CallId call) => _calls.GetValueOrDefault(call);

    public bool Has(MessageId message) => _messages.Contains(message);

    public int NextAppend(JournalAppend append)
    {
        _askedAt.TryAdd(append, office.Now);
        return ++Appends;
    }

    public void Committed(JournalAppend append) => violations.Watch(() =>
    {
        if (append.Events[0] is CallReceived received)
        {
            timeline?.Name(append.Call.ToString(), "call");
            ReceivedAt.TryAdd(received.Leg, office.Now);
            Must.Hold("I3", _calls.TryAdd(append.Call, new WatchedCall(new CallRecord(append.Call))), $"Call {append.Call} begins twice.");
        }

        var call = _calls[append.Call];
        Must.Hold("I3", append.ExpectedVersion == call.Record.Version, $"Call {append.Call} has version {call.Record.Version}, and an append at version {append.ExpectedVersion} was taken.");
        var askedAt = _askedAt[append];
        foreach (var callEvent in append.Events)
        {
            timeline?.Write("journal", $"{append.Call} {Timeline.Facts(callEvent)}");
            rules.Check(call, callEvent, append, _calls.Values, askedAt);
            Apply(call, callEvent, askedAt);
        }
    });

    private void Apply(WatchedCall call, CallEvent callEvent, DateTimeOffset askedAt)
    {
        var record = call.Record;
        var stage = record.Stage;
        record.Apply(callEvent);
        if (record.Stage != stage)
        {
            call.StageSince = office.Now;
        }

        switch (callEvent)
        {
            case CallQueued:
                call.QueuedAt = askedAt;
                break;
            case OfferMade e:
                call.OfferedAt[e.Offer] = askedAt;
                break;
            case OfferEnded { Result: OfferResult.Rejected or OfferResult.Missed or OfferResult.DeviceGone } e:
                call.Declines.Add((record.Offers.Single(o => o.Id == e.Offer).Operator, office.Now));
                break;
            case CallDirected e:
                call.DirectedTo = (e.Operator, office.Now);
                break;
            case MessageTaken taken:
                _messages.Add(taken.Message.Id);
                break;
            case CallEnded:
                call.EndedAt = office.Now;
                break;
        }
    }
}
