using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// A running call: its record, its legs, its mailbox, and the commands its stages give. Everything here but <see cref="Post"/> is touched only by the
/// call's own exclusive scheduler.
/// </summary>
internal sealed partial class CallSession
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAnnouncement = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SameTime = TimeSpan.FromSeconds(1);

    private readonly CallMailbox _mailbox = new();
    private readonly CallJournalWriter _journal;
    private readonly Queue<CallSignal> _synthetic = new();
    private readonly Action<LegId, CallSession> _registerLeg;
    private readonly CancellationToken _stopping;
    private readonly SteadyTime _time;
    private CallSignal.Command? _command;
    private bool _mustCompare;
    private RefusalReason? _refusal;

    public CallSession(
        CallRecord record,
        ITelephonyProvider pbx,
        CallServices services,
        Action<LegId, CallSession> registerLeg,
        LegId callerLeg,
        CancellationToken stopping)
    {
        (Record, Pbx, Services, _registerLeg, CallerLeg, _stopping) = (record, pbx, services, registerLeg, callerLeg, stopping);
        _journal = new CallJournalWriter(record, services);
        _time = new SteadyTime(services.Runtime.Clock);
        Legs = new CallLegs(services.Runtime.Clock);
        Recordings = new CallRecordings(this);
        Commands = new CallCommands(this);
        Recording = new RecordingPolicy(this);
    }

    public CallId Id => Record.Id;

    public CallRecord Record { get; }

    public CallServices Services { get; }

    public ITelephonyProvider Pbx { get; }

    public CallLegs Legs { get; }

    public LegId CallerLeg { get; }

    public BridgeId Bridge => new(Pbx.Name, $"vo-{Id}");

    public TimeProvider Clock => Services.Runtime.Clock;

    public OfficeOptions Options => Services.Options;

    public CancellationToken Stopping => _stopping;

    /// <summary>The company's definition, in the version the call was taken with; null when none has the number.</summary>
    public CompanyDefinition? Company => Record.Company is { } company ? Services.Companies.Find(company, Record.CompanyVersion) : null;

    public CallRecordings Recordings { get; }

    public CallCommands Commands { get; }

    /// <summary>The call whose caller this one calls back; null for a call that came in. Known before the first event is durable.</summary>
    public CallId? CallsBack { get; init; }

    /// <summary>Whether the recording of the whole call takes anything in.</summary>
    public RecordingPolicy Recording { get; }

    /// <summary>Whether an earlier run of the host began the call.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>Which wait on the board it is: offers of an earlier one are void.</summary>
    public int Ticket { get; private set; }

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

    public bool PbxConnected { get; private set; } = true;

    public void Post(CallSignal signal) => _mailbox.Post(signal);

    /// <summary>
    /// Takes no more signals; refuses commands that are waiting, and the one that was being carried out if it has no answer. Called where the call has run.
    /// </summary>
    /// <returns>Legs that came to life after the call had its last look.</returns>
    public IReadOnlyList<LegId> Close()
    {
        RefuseUnanswered();
        Recording.Disarm();
        return [.. _mailbox.Close().Where(e => e is LegRinging or LegAnswered && !Legs.IsAlive(e.Leg)).Select(e => e.Leg).Distinct()];
    }

    /// <summary>The call's own time, which goes on evenly when the wall clock is set.</summary>
    public DateTimeOffset Now() => _time.UtcNow;

    public Deadline After(TimeSpan wait) => Deadline.After(wait, Clock);

    /// <summary>A deadline counted from a fact in the journal, so that it survives a restart.</summary>
    public Deadline After(DateTimeOffset from, TimeSpan wait)
    {
        var elapsed = Now() - from;
        return After(elapsed > TimeSpan.Zero ? wait - elapsed : wait);
    }

    /// <summary>
    /// When a phone has rung long enough: counted from the dialling, because journal and PBX may have taken their time before it; from the fact in the journal where
    /// an earlier run of the host dialled.
    /// </summary>
    public Deadline RingingEnds(LegId leg, DateTimeOffset from, TimeSpan ringTime) =>
        Legs.DialledAt(leg) is { } dialledAt ? Deadline.After(dialledAt, ringTime, Clock) : After(from, ringTime);

    /// <summary>Whether reports wait to be read: until they are, nobody is said not to have answered.</summary>
    public bool HasUnread => _synthetic.Count > 0 || _mailbox.HasUnread;

    public void RequestEnd() => EndRequested = true;

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

    public void Refuse(RefusalReason reason) => _refusal = reason;

    public Task AppendAsync(params CallEvent[] events) => AppendAsync(events, [], []);

    public async Task AppendAsync(IReadOnlyList<CallEvent> events, IReadOnlyList<MessageDelivery> deliveries, IReadOnlyList<ProcessedCommand> commands)
    {
        await KeepFromSilenceAsync(_journal.AppendAsync(events, deliveries, commands, _stopping), PlayToTheDesertedAsync);
        Commands.Keep(commands);
    }

    /// <summary>Appends while the caller hears nothing: when the journal takes its time, there is music meanwhile.</summary>
    public async Task AppendInSilenceAsync(params CallEvent[] events)
    {
        var (hasMusic, mayHaveMusic) = (false, false);
        await KeepFromSilenceAsync(_journal.AppendAsync(events, [], [], _stopping), async () =>
        {
            mayHaveMusic = true;
            if (!hasMusic)
            {
                await Pbx.StartMusicAsync(CallerLeg, _stopping);
                hasMusic = true;
            }
        });
        if (mayHaveMusic)
        {
            await Pbx.StopMusicAsync(CallerLeg, _stopping);
        }
    }

    /// <summary>Waits for an append; does something for the caller every second that it is not done.</summary>
    private async Task KeepFromSilenceAsync(Task append, Func<Task> soothe)
    {
        if (append.IsCompleted)
        {
            await append;
            return;
        }

        using var appended = CancellationTokenSource.CreateLinkedTokenSource(_stopping);
        try
        {
            while (await Task.WhenAny(append, Task.Delay(LongestSilence, Clock, appended.Token)) != append)
            {
                await TryAsync(soothe);
            }

            appended.Cancel();
        }
        finally
        {
            await append;
        }

        static async Task TryAsync(Func<Task> soothe)
        {
            try
            {
                await soothe();
            }
            catch (TelephonyException)
            {
                // Tried again in a second; what counts is the append.
            }
        }
    }

    /// <summary>Music for a caller whose operator has gone while the journal is awaited: the report of it is read only afterwards.</summary>
    private async Task PlayToTheDesertedAsync()
    {
        if (Record is { Stage: CallStage.Conversation, OperatorLeg: { } leg } && await Pbx.FindLegAsync(leg, _stopping) is null)
        {
            // In a bridge music would not be heard.
            await Pbx.LeaveAsync(Bridge, CallerLeg, _stopping);
            await Pbx.StartMusicAsync(CallerLeg, _stopping);
        }
    }

    public void Dispatch(DispatchCommand command) => Services.Dispatcher.Post(command);

    /// <summary>Waits on the board, with the place the call has in the queue.</summary>
    public void Enqueue((OperatorId Operator, TimeSpan For)? preferred = null) => Dispatch(
        new DispatchCommand.Enqueue(Id, Record.Company!.Value, OnBoard(Record.EnqueuedAt!.Value), Ticket) { OverflowedTo = Record.OverflowedTo, Priority = Record.Priority, Preferred = preferred, IsPatient = !Record.HasCaller });

    /// <summary>A time of the call's in the board's, which has counted on by itself since before the wall clock was set.</summary>
    private DateTimeOffset OnBoard(DateTimeOffset at)
    {
        var (now, onBoard) = (Now(), Services.Dispatcher.UtcNow);
        var ahead = onBoard - now;

        // The clocks' own jitter must not change who came first. And nobody has waited since a time that is still to come.
        return (at < now ? at : now) + (ahead.Duration() < SameTime ? TimeSpan.Zero : ahead);
    }

    /// <summary>Leaves the board, whatever it had there; offers that are still on their way are void from now on.</summary>
    public void LeaveBoard()
    {
        Ticket++;
        Dispatch(new DispatchCommand.Leave(Id));
    }

    /// <summary>Makes a leg known as this call's before it exists, so that its first report finds the call.</summary>
    public LegId ExpectLeg(string suffix)
    {
        var leg = NewLeg(suffix);
        ExpectLeg(leg);
        return leg;
    }

    /// <summary>The id of a leg of this call.</summary>
    public LegId NewLeg(string suffix) => new(Pbx.Name, $"vo-{Id}-{suffix}");

    public void ExpectLeg(LegId leg)
    {
        Legs.Expect(leg);
        _registerLeg(leg, this);
    }

    /// <summary>Dials a leg; under its id it may be repeated.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="role">Whose it is.</param>
    /// <param name="target">Where to.</param>
    /// <param name="ringTime">How long it rings.</param>
    /// <param name="shown">Whom the far end sees calling; null for the caller.</param>
    public async Task DialAsync(LegId leg, LegRole role, DialTarget target, TimeSpan ringTime, CallerId? shown = null)
    {
        // The PBX's own limit lies behind ours: it matters only when no host is there to count.
        var request = new DialRequest(leg, new LegTag(Id, role), target, shown ?? Record.Caller, ringTime + TimeSpan.FromSeconds(2));
        try
        {
            if (await Pbx.DialAsync(request, _stopping) == CommandResult.Gone)
            {
                Legs.MarkEnded(leg, LegEndCause.Failed);
            }

            Legs.MarkDialled(leg);
        }
        catch (TelephonyException e) when (e.Error == TelephonyError.Refused)
        {
            // One target that cannot be dialled is not the call's failure.
            LogDialRefused(Services.Logger, Id, leg, e);
            Legs.MarkEnded(leg, LegEndCause.Unreachable);
        }
    }

    public async Task HangUpAsync(LegId leg, LegEndCause cause = LegEndCause.Normal)
    {
        if (await Pbx.HangUpAsync(leg, cause, _stopping) == CommandResult.Gone)
        {
            Legs.MarkEnded(leg, cause);
        }
    }

    /// <summary>Hangs up everybody but the caller and whom the caller talks with: phones that rang for the same offer, an employee not wanted any more, an operator who is done.</summary>
    public async Task HangUpOthersAsync(LegId partner)
    {
        foreach (var leg in Legs.Alive().Where(leg => leg != CallerLeg && leg != partner))
        {
            await HangUpAsync(leg);
        }
    }

    /// <summary>Asks the PBX whether a leg is still there, when the report of its end may have been lost.</summary>
    public async Task LookUpAsync(LegId leg, LegEndCause cause)
    {
        if (await Pbx.FindLegAsync(leg, _stopping) is null)
        {
            Legs.MarkEnded(leg, cause);
        }
    }

    /// <summary>Hangs up the legs that live although the call has given them up.</summary>
    public async Task HangUpUnwantedAsync()
    {
        foreach (var leg in Legs.Unwanted())
        {
            await Pbx.HangUpAsync(leg, LegEndCause.Normal, _stopping);
            Legs.MarkHungUp(leg);
        }
    }

    /// <summary>Answers the caller, once, and starts the recording of the whole call.</summary>
    public async Task EnsureAnsweredAsync()
    {
        var isNew = Record.AnsweredAt is null;
        if (isNew)
        {
            if (await Pbx.AnswerAsync(CallerLeg, _stopping) == CommandResult.Gone)
            {
                Legs.MarkEnded(CallerLeg, LegEndCause.Normal);
                return;
            }

            await AppendInSilenceAsync(AnsweredEvents());
        }

        if (Recording.IsDue)
        {
            await AnnounceRecordingAsync();
            isNew = true;
        }

        if (IsOver)
        {
            return;
        }

        if (Record.CallRecording is { State: RecordingState.Recording } recording)
        {
            await Recordings.EnsureStartedAsync(new RecordingRequest { Id = recording.Id, Leg = CallerLeg, Source = RecordingSource.Conversation }, isNew);
            await Recording.ApplyAsync();
        }
    }

    /// <summary>The recording begins with the answer, unless the caller is told first or only the operator's part is wanted.</summary>
    public CallEvent[] AnsweredEvents()
    {
        var now = Now();
        return Recording.IsDue && Company?.Recording.Announcement is null
            ? [new CallAnswered(now), new RecordingStarted(now, RecordingId.Parse($"vo-{Id}"))]
            : [new CallAnswered(now)];
    }

    private async Task AnnounceRecordingAsync()
    {
        if (Company?.Recording.Announcement is { } announcement)
        {
            await Pbx.LeaveAsync(Bridge, CallerLeg, _stopping);
            await Pbx.StopMusicAsync(CallerLeg, _stopping);
            await PromptPlayer.PlayAsync(this, announcement, LongestAnnouncement);
        }

        if (!IsOver && Recording.IsDue)
        {
            await AppendInSilenceAsync(new RecordingStarted(Now(), RecordingId.Parse($"vo-{Id}")));
        }
    }

    /// <summary>The next signal that says something new; <see cref="CallSignal.Woken"/> when the deadline is due.</summary>
    public async Task<CallSignal> NextAsync(Deadline deadline)
    {
        RefuseUnanswered();
        ITimer? timer = null;
        try
        {
            while (true)
            {
                _mustCompare |= _mailbox.TakeOverflow();
                if (_mustCompare && PbxConnected)
                {
                    LogResynchronising(Services.Logger, Id);
                    await CompareAsync(null);
                }

                while (_synthetic.TryDequeue(out var signal) || _mailbox.TryRead(out signal!))
                {
                    if (await AcceptAsync(signal))
                    {
                        _command = signal as CallSignal.Command;
                        return signal;
                    }
                }

                if (deadline.IsDue(Clock))
                {
                    return CallSignal.Woken.Instance;
                }

                if (timer is null && deadline != Deadline.Never)
                {
                    timer = Clock.CreateTimer(
                        static mailbox => ((CallMailbox)mailbox!).Post(CallSignal.Woken.Instance),
                        _mailbox,
                        deadline.Remaining(Clock),
                        TimeSpan.FromMilliseconds(50));
                }

                await _mailbox.WaitAsync(_stopping);
            }
        }
        finally
        {
            timer?.Dispose();
        }
    }

    /// <summary>What no stage wanted: a command is refused with the reason, an offer goes back to the board.</summary>
    public void Decline(CallSignal signal)
    {
        switch (signal)
        {
            case CallSignal.Offered offered:
                Dispatch(new DispatchCommand.EndOffer(Id, offered.Operator.Definition.Id, offered.Offer, OfferResult.Withdrawn));
                break;
            case CallSignal.Command command:
                command.Refuse(new CallCommandException(CallCommandError.WrongStage, $"The call is in stage {Record.Stage}, in which this cannot be done."));
                break;
        }
    }

    private async ValueTask<bool> AcceptAsync(CallSignal signal)
    {
        switch (signal)
        {
            case CallSignal.Woken:
                return false;
            case CallSignal.FromLeg { Event: LegRinging or LegAnswered } risen when Legs.EndOf(risen.Event.Leg) is not null:
                // It was given up for dead before the PBX had made it.
                Legs.MarkUnwanted(risen.Event.Leg);
                await HangUpUnwantedAsync();
                return false;
            case CallSignal.FromLeg { Event: var legEvent }:
                Recordings.Apply(legEvent);
                return Legs.Apply(legEvent);
            case CallSignal.PbxLost:
                PbxConnected = false;
                return true;
            case CallSignal.PbxSeen { View: var view }:
                PbxConnected = true;
                await CompareAsync(view);
                await HangUpUnwantedAsync();
                return true;
            case CallSignal.PbxChecked { View: var view }:
                // Differences come as reports of legs; without one there is no news.
                await (PbxConnected ? CompareAsync(view) : Task.CompletedTask);
                return false;
            case CallSignal.Command when await Commands.TryAnswerAsync(signal):
                return false;
            case CallSignal.PauseRecording pause:
                _command = pause;
                await Recording.HandleAsync(pause);
                return false;
            case CallSignal.RecordingDue:
                await Recording.ResumeIfDueAsync();
                return false;
            case CallSignal.SetDisposition disposition:
                _command = disposition;
                await AppendAsync([new DispositionSet(Now(), disposition.Disposition)], [], Commands.ProcessedBy(disposition));
                disposition.Complete(true);
                return false;
            case CallSignal.HangUp hangUp:
                RequestEnd();
                hangUp.Complete(true);
                return true;
            default:
                return true;
        }
    }

    /// <summary>A stage that failed over a command leaves it without an answer, and somebody waits for one.</summary>
    private void RefuseUnanswered()
    {
        _command?.Refuse(new CallCommandException(CallCommandError.Unavailable, "It could not be carried out; try again."));
        _command = null;
    }

    /// <summary>
    /// Compares what the call believes of its legs with what the PBX has, and reports the differences to itself.
    /// Not done until it has come through: a PBX that falls silent in the middle is asked again.
    /// </summary>
    private async Task CompareAsync(PbxView? view)
    {
        _mustCompare = true;
        if (view is not null && !string.Equals(view.Incarnation, Record.Incarnation, StringComparison.Ordinal))
        {
            LoseToPbx(view);
        }

        foreach (var leg in Legs.Alive())
        {
            // A leg that was dialled while the snapshot was made is not in it: only the PBX's answer of now counts as an end.
            Report(leg, view?.Find(leg) ?? await Pbx.FindLegAsync(leg, _stopping));
        }

        _mustCompare = false;
    }

    private void Report(LegId leg, LegSnapshot? seen)
    {
        LegEvent? report = seen?.State switch
        {
            null => new LegEnded(leg, leg == CallerLeg ? LegEndCause.Normal : LegEndCause.Failed),
            LegState.Up => new LegAnswered(leg),
            LegState.Ringing => new LegRinging(leg),
            _ => null,
        };
        if (report is not null)
        {
            _synthetic.Enqueue(new CallSignal.FromLeg(report));
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "Call {Call}: reports of its legs may be missing; asking the PBX how they are")]
    private static partial void LogResynchronising(ILogger logger, CallId call);

    [LoggerMessage(1007, LogLevel.Error, "Call {Call}: the PBX refuses to dial leg {Leg}; it counts as unreachable")]
    private static partial void LogDialRefused(ILogger logger, CallId call, LegId leg, Exception exception);
}
