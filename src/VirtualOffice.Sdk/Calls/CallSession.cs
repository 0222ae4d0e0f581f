using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// A running call: its record and what its stages work with. Everything here but <see cref="CallSignals.Post"/> is touched only by the call's own exclusive scheduler.
/// </summary>
internal sealed class CallSession
{
    private readonly SteadyTime _time;
    private RefusalReason? _refusal;

    public CallSession(
        CallRecord record,
        ITelephonyProvider pbx,
        CallServices services,
        Action<LegId, CallSession> registerLeg,
        LegId callerLeg,
        CancellationToken stopping)
    {
        (Record, Pbx, Services, CallerLeg, Stopping) = (record, pbx, services, callerLeg, stopping);
        _time = new SteadyTime(services.Runtime.Clock);
        Journal = new CallJournalWriter(record, services);
        Legs = new CallLegs(services.Runtime.Clock);
        Lines = new CallLines(this, registerLeg);
        Signals = new CallSignals(this);
        Board = new CallOnBoard(this);
        Recordings = new CallRecordings(this);
        Commands = new CallCommands(this);
        Recording = new RecordingPolicy(this);
    }

    public CallId Id => Record.Id;

    public CallRecord Record { get; }

    public CallServices Services { get; }

    public ITelephonyProvider Pbx { get; }

    public LegId CallerLeg { get; }

    public BridgeId Bridge => new(Pbx.Name, $"vo-{Id}");

    public TimeProvider Clock => Services.Runtime.Clock;

    public OfficeOptions Options => Services.Options;

    public CancellationToken Stopping { get; }

    /// <summary>The company's definition, in the version the call was taken with; null when none has the number.</summary>
    public CompanyDefinition? Company => Record.Company is { } company ? Services.Companies.Find(company, Record.CompanyVersion) : null;

    public CallJournalWriter Journal { get; }

    /// <summary>What the call knows of its legs.</summary>
    public CallLegs Legs { get; }

    /// <summary>What the call does with its legs.</summary>
    public CallLines Lines { get; }

    public CallSignals Signals { get; }

    public CallOnBoard Board { get; }

    public CallRecordings Recordings { get; }

    public CallCommands Commands { get; }

    /// <summary>Whether the recording of the whole call takes anything in.</summary>
    public RecordingPolicy Recording { get; }

    /// <summary>The call whose caller this one calls back; null for a call that came in. Known before the first event is durable.</summary>
    public CallId? CallsBack { get; init; }

    /// <summary>Whether an earlier run of the host began the call.</summary>
    public bool IsAdopted { get; init; }

    public bool CallerGone => Legs.EndOf(CallerLeg) is not null;

    /// <summary>The PBX was restarted and has lost the call.</summary>
    public bool LostByPbx { get; private set; }

    /// <summary>Somebody of ours has ended the call: an operator hung up, or it was asked for from outside.</summary>
    public bool EndRequested { get; private set; }

    public RefusalReason? Refusal => _refusal ?? Record.Refusal;

    /// <summary>Set when the office itself failed at this call.</summary>
    public string? Failure { get; set; }

    /// <summary>Nothing is left to be done for the caller; the running stage returns.</summary>
    public bool IsOver => CallerGone || LostByPbx || EndRequested || Refusal is not null || Failure is not null;

    /// <summary>The call's own time, which goes on evenly when the wall clock is set.</summary>
    public DateTimeOffset Now() => _time.UtcNow;

    public Deadline After(TimeSpan wait) => Deadline.After(wait, Clock);

    /// <summary>A deadline counted from a fact in the journal, so that it survives a restart.</summary>
    public Deadline After(DateTimeOffset from, TimeSpan wait)
    {
        var elapsed = Now() - from;
        return After(elapsed > TimeSpan.Zero ? wait - elapsed : wait);
    }

    public void RequestEnd() => EndRequested = true;

    public void Refuse(RefusalReason reason) => _refusal = reason;

    /// <summary>The PBX is another incarnation than the one the call came in at: no leg of the call is left.</summary>
    public void LoseToPbx(PbxView view)
    {
        LostByPbx = true;
        foreach (var leg in Legs.Alive())
        {
            Legs.MarkEnded(leg, LegEndCause.Failed);
        }

        // Dialled after the restart and before it was known here: nobody is left to talk to them.
        foreach (var leg in view.Legs.Where(l => Legs.EndOf(l.Leg) is not null))
        {
            Legs.MarkUnwanted(leg.Leg);
        }
    }

    public Task AppendAsync(params CallEvent[] events) => AppendAsync(events, [], []);

    public async Task AppendAsync(IReadOnlyList<CallEvent> events, IReadOnlyList<MessageDelivery> deliveries, IReadOnlyList<ProcessedCommand> commands)
    {
        var hasMusic = await SilenceGuard.WaitAsync(this, Journal.AppendAsync(events, deliveries, commands, Stopping));
        Commands.Keep(commands);
        await (hasMusic ? Pbx.StopMusicAsync(CallerLeg, Stopping) : Task.CompletedTask);
    }
}
