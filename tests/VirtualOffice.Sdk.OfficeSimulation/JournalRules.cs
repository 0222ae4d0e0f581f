using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What must hold of every journal event at the moment it is committed.</summary>
internal sealed class JournalRules(SimulatedOffice office, OfficeOptions options, Troubles troubles, ClockJumps jumps)
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    private readonly List<(WatchedCall Call, DateTimeOffset WaitingSince, DateTimeOffset At, string What)> _overtaken = [];

    /// <summary>A call that seems overtaken may have been offered to somebody else in the same moment; that it was not shows a little later.</summary>
    public void CheckOvertaken()
    {
        foreach (var (call, since, at, what) in _overtaken)
        {
            Must.Hold("I13", office.Now < at + Settled || call.StageSince != since || !troubles.IsCalmFor(Settled), $"{what}");
        }

        _overtaken.RemoveAll(o => office.Now >= o.At + Settled);
    }

    public void Check(WatchedCall call, CallEvent callEvent, JournalAppend append, IReadOnlyCollection<WatchedCall> calls, DateTimeOffset askedAt)
    {
        var record = call.Record;
        switch (callEvent)
        {
            case CallQueued e when record.EnqueuedAt is { } place:
                Must.Hold("I13", e.EnqueuedAt == place, $"Call {record.Id} was queued again with the place of {e.EnqueuedAt:O}, and had that of {place:O}.");
                break;
            case OfferMade e:
                CheckOffer(call, e, calls);
                break;
            case OfferEnded { Result: OfferResult.Missed } e:
                NotEarly(call, call.OfferedAt[e.Offer], askedAt, options.RingTime, "An offer was missed");
                break;
            case WhisperEnded:
                Must.Hold("I1", record.Stage == CallStage.Whisper, $"Call {record.Id} ends a whisper in stage {record.Stage}.");
                break;
            case QueueLeft { Exit: QueueExit.WaitLimit }:
                NotEarly(call, call.QueuedAt, askedAt, options.WaitLimit, "The longest wait was over");
                break;
            case TransferStarted:
                Must.Hold("I8", record.OpenTransfer is null, $"Call {record.Id} is transferred twice at once.");
                break;
            case AttemptStarted e:
                CheckAttempt(record, e);
                var company = office.Definition.Companies.Single(c => c.Id == record.Company);
                Must.Hold("I10", company.Employees.Any(m => m.Numbers.Any(n => n.Number == e.Number)), $"Call {record.Id} dials {e.Number}, which is nobody's of {company.Id}.");
                break;
            case MessageTaken e:
                Must.Hold("I7", append.Deliveries.Any(d => d.Id.Message == e.Message.Id), $"Message {e.Message.Id} was saved without a delivery to anybody.");
                Must.Hold("I1", record.Outcome is null || record.Operator is not null, $"Message {e.Message.Id} of call {record.Id} was written after its end, and no operator had it.");
                Must.Hold("I7", append.Deliveries.All(d => d.State == DeliveryState.Pending && d.Company == record.Company), $"Message {e.Message.Id} begins with deliveries that are not pending, or another company's.");
                break;
            case CallEnded e:
                Must.Hold("I1", record.Outcome is null, $"Call {record.Id} has two outcomes: {record.Outcome?.Kind}, then {e.Outcome.Kind}.");
                break;
            case CallClosed:
                Must.Hold("I12", record.Recordings.All(r => r.State != RecordingState.Recording), $"Call {record.Id} is closed while a recording has no final state.");
                break;
        }
    }

    private void CheckOffer(WatchedCall call, OfferMade offer, IReadOnlyCollection<WatchedCall> calls)
    {
        var record = call.Record;
        var definition = office.Definition.Operators.Single(o => o.Id == offer.Operator);
        Must.Hold("I5", call.Queue is { } queue && definition.Companies.Contains(queue), $"Call {record.Id}, in the queue of {call.Queue}, is offered to {offer.Operator}, who is not assigned.");
        foreach (var other in calls)
        {
            if (other.Record.Outcome is null && other != call)
            {
                Must.Hold("I5", !other.HasOperator(offer.Operator), $"Call {record.Id} is offered to {offer.Operator}, who has call {other.Record.Id} in stage {other.Record.Stage}.");
                if (IsOvertaken(other, call, offer))
                {
                    _overtaken.Add((other, other.StageSince, office.Now, $"Call {record.Id}, in line since {record.EnqueuedAt:O}, is offered to {offer.Operator} before {other.Record.Id}, in line since {other.Record.EnqueuedAt:O} and waiting since {other.StageSince:O}."));
                }
            }
        }
    }

    private bool IsOvertaken(WatchedCall other, WatchedCall call, OfferMade offer) =>
        other.IsWaiting
        && other.Queue == call.Queue
        && other.Record.EnqueuedAt < call.Record.EnqueuedAt
        && other.StageSince <= office.Now - Settled
        && call.Record.DirectedTo?.Operator != offer.Operator
        && !other.WaitsForAnother(offer.Operator, office.Now)
        && office.Pbx.FindParty(other.Record.CallerLeg) is { IsGone: false }
        && !other.Declines.Exists(d => d.Operator == offer.Operator && d.At + options.DeclinePause + Settled > office.Now)
        && jumps.Count == 0
        && troubles.IsCalmFor(Calm);

    private static void CheckAttempt(CallRecord record, AttemptStarted attempt)
    {
        var before = record.OpenTransfer?.Attempts ?? [];
        Must.Hold("I9", record.OpenTransfer is not null, $"Call {record.Id} dials {attempt.Number} without a transfer.");
        var step = attempt.Step ?? attempt.Attempt;
        Must.Hold("I9", before.All(a => a.Result is not null || a.Step == step), $"Call {record.Id} dials {attempt.Number} before the last step has its results.");
        Must.Hold("I9", before.All(a => a.Result != AttemptResult.Answered), $"Call {record.Id} dials {attempt.Number} after a number has answered.");
        Must.Hold("I9", before.All(a => a.Number != attempt.Number), $"Call {record.Id} dials {attempt.Number} twice.");
    }

    /// <summary>A wait is counted from a time in the journal: a host that starts after the clock was set cannot know how long it was.</summary>
    private void NotEarly(WatchedCall call, DateTimeOffset from, DateTimeOffset to, TimeSpan wait, string what) => Must.Hold(
        "I15",
        to - from >= wait - TimeSpan.FromMilliseconds(1) || jumps.HasRestartSince(from),
        $"{what} in call {call.Record.Id} after {to - from} and not {wait}.");
}
