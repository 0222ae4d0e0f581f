using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What must hold at every moment, looked at many times a virtual second.</summary>
internal sealed class StandingInvariants(SimulatedOffice office, JournalWatch watch, Troubles troubles, OfficeOptions options)
{
    private static readonly TimeSpan LongestIdleness = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGhost = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    private readonly Dictionary<OperatorId, DateTimeOffset> _freeSince = [];
    private readonly Dictionary<OperatorId, DateTimeOffset> _busyWithNothingSince = [];

    public void Check()
    {
        var parties = office.Pbx.Parties;
        NoLegOutlivesItsCall(parties);
        OneStepAtATime(parties);
        NobodyWaitsForAFreeOperator();
        NobodyWaitsForAWhisper();
    }

    private void NobodyWaitsForAWhisper()
    {
        foreach (var call in watch.Calls.Where(c => c.Record is { Outcome: null, Stage: CallStage.Whisper }))
        {
            Must.Hold(
                "Liveness",
                troubles.LongestCalm(call.StageSince, office.Now) <= options.WhisperLimit + LongestGhost,
                $"Call {call.Record.Id} waits since {call.StageSince:O} for its operator to hear which company it is; it is {office.Now:O}.");
        }
    }

    private void NoLegOutlivesItsCall(IReadOnlyList<SimulatedParty> parties)
    {
        foreach (var party in parties)
        {
            if (party.Tag is { Role: LegRole.Recipient })
            {
                // Somebody who is told a message is in no call; that the line ends is looked at when everything is over.
                continue;
            }

            var ended = party.Tag is { } tag ? watch.Find(tag.Call)?.EndedAt : CallOf(party)?.EndedAt;
            if (ended is { } since)
            {
                // A leg that was still being created is ended as soon as it reports; after a fault it may take the next connect to notice.
                var from = since > party.StartedAt ? since : party.StartedAt;
                Must.Hold("I17", troubles.LongestCalm(from, office.Now) <= LongestGhost, $"{party} lives since {party.StartedAt:O}, and its call has ended at {ended:O}; it is {office.Now:O}.");
            }
        }
    }

    private WatchedCall? CallOf(SimulatedParty caller) => watch.ReceivedAt.ContainsKey(caller.Leg) ? watch.Calls.First(c => c.Record.CallerLeg == caller.Leg) : watch.Calls.FirstOrDefault(c => c.Record.Transfers.Any(t => t.Line == caller.Leg));

    private void OneStepAtATime(IReadOnlyList<SimulatedParty> parties)
    {
        for (var i = 0; i < parties.Count; i++)
        {
            for (var j = i + 1; j < parties.Count; j++)
            {
                Must.Hold(
                    "I9",
                    parties[i].Tag is not { Role: LegRole.Employee } a || parties[j].Tag is not { Role: LegRole.Employee } b || a.Call != b.Call || RingTogether(a.Call, parties[i].Leg, parties[j].Leg),
                    $"Two numbers ring for one call: {parties[i]} and {parties[j]}.");
            }
        }
    }

    /// <summary>Whether they are of one step of a transfer, whose numbers ring at once.</summary>
    private bool RingTogether(CallId call, LegId one, LegId other) => watch.Find(call)?.Record.Transfers
        .Any(t => t.Attempts.FirstOrDefault(a => a.Leg == one) is { } a && t.Attempts.FirstOrDefault(a => a.Leg == other) is { } b && a.Step == b.Step) == true;

    private void NobodyWaitsForAFreeOperator()
    {
        if (office.Host!.IsKilled || !office.Started.IsCompletedSuccessfully)
        {
            _freeSince.Clear();
            _busyWithNothingSince.Clear();
            return;
        }

        foreach (var op in office.Office.Operators.List())
        {
            BusyOnlyWithACall(op);
            if (op.State != OperatorState.Available)
            {
                _freeSince.Remove(op.Definition.Id);
                continue;
            }

            _freeSince.TryAdd(op.Definition.Id, office.Now);
            if (_freeSince[op.Definition.Id] <= office.Now - LongestIdleness && troubles.IsCalmFor(Calm))
            {
                var waiting = watch.Calls.FirstOrDefault(c => c.IsWaiting && c.StageSince <= office.Now - LongestIdleness && op.Definition.Companies.Contains(c.Queue!.Value) && !IsExcluded(c, op.Definition.Id));
                Must.Hold("Liveness", waiting is null, $"Call {waiting?.Record.Id} waits since {waiting?.StageSince:O} while {op.Definition.Id} is free since {_freeSince[op.Definition.Id]:O}; it is {office.Now:O}.");
            }
        }
    }

    private void BusyOnlyWithACall(OperatorSnapshot op)
    {
        var id = op.Definition.Id;
        if (op.State is not (OperatorState.Offered or OperatorState.OnCall) || watch.Calls.Any(c => c.Record.Outcome is null && c.HasOperator(id)))
        {
            _busyWithNothingSince.Remove(id);
            return;
        }

        _busyWithNothingSince.TryAdd(id, office.Now);
        Must.Hold("I5", troubles.LongestCalm(_busyWithNothingSince[id], office.Now) <= LongestGhost, $"{id} is {op.State} since {_busyWithNothingSince[id]:O} and has no call; it is {office.Now:O}.");
    }

    /// <summary>Whether the call waits for another operator alone, or this one has declined it a moment ago.</summary>
    private bool IsExcluded(WatchedCall call, OperatorId op) =>
        call.WaitsForAnother(op, office.Now) || call.Declines.Exists(d => d.Operator == op && d.At > office.Now - options.DeclinePause - LongestIdleness);
}
