using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// What reaches a call, and what becomes of it: signals for the stages, those that any stage would take alike, and the differences between what the call believes of its
/// legs and what the PBX has.
/// </summary>
internal sealed partial class CallSignals(CallSession call)
{
    /// <summary>How often in a row a stage may be told that its time has come without having waited for it or heard anything.</summary>
    private const int MaxIdleWakes = 1_000;

    private readonly CallMailbox _mailbox = new();
    private readonly Queue<CallSignal> _synthetic = new();
    private CallSignal.Command? _command;
    private int _idleWakes;
    private bool _mustCompare;

    /// <summary>Whether the PBX can be asked and commanded now, as far as the call has heard.</summary>
    public bool IsPbxConnected { get; private set; } = true;

    /// <summary>Whether reports wait to be read: until they are, nobody is said not to have answered.</summary>
    public bool HasUnread => _synthetic.Count > 0 || _mailbox.HasUnread;

    /// <summary>Whether the end of a prompt waits to be read: as far as the call has heard, it plays still.</summary>
    public bool HasPlaybackEnd => _mailbox.HasPlaybackEnd;

    /// <summary>Hands the call a signal. May be called from anywhere; never waits.</summary>
    public void Post(CallSignal signal) => _mailbox.Post(signal);

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
                if (_mustCompare && IsPbxConnected)
                {
                    LogResynchronising(call.Services.Logger, call.Id);
                    await CompareAsync(null);
                }

                while (_synthetic.TryDequeue(out var signal) || _mailbox.TryRead(out signal!))
                {
                    if (await AcceptAsync(signal))
                    {
                        _idleWakes = 0;
                        _command = signal as CallSignal.Command;
                        return signal;
                    }
                }

                if (deadline.IsDue(call.Clock))
                {
                    // Failing, the stage is entered anew, and in the end the call is ended with an alarm: better than a core that spins for ever.
                    return ++_idleWakes <= MaxIdleWakes
                        ? CallSignal.Woken.Instance
                        : throw new InvalidOperationException($"Stage {call.Record.Stage} waits for a time that has come, and does nothing about it.");
                }

                if (timer is null && deadline != Deadline.Never)
                {
                    timer = call.Clock.CreateTimer(
                        static mailbox => ((CallMailbox)mailbox!).Post(CallSignal.Woken.Instance),
                        _mailbox,
                        deadline.Remaining(call.Clock),
                        TimeSpan.FromMilliseconds(50));
                }

                _idleWakes = 0;
                await _mailbox.WaitAsync(call.Stopping);
            }
        }
        finally
        {
            timer?.Dispose();
        }
    }

    /// <summary>What was read too early: the stage that the call is in next is given it first.</summary>
    public void PutBack(CallSignal signal)
    {
        _command = null;
        _synthetic.Enqueue(signal);
    }

    /// <summary>What no stage wanted: a command is refused with the reason, an offer goes back to the board.</summary>
    public void Decline(CallSignal signal)
    {
        switch (signal)
        {
            case CallSignal.Offered offered:
                call.Board.Post(new DispatchCommand.EndOffer(call.Id, offered.Operator.Definition.Id, offered.Offer, OfferResult.Withdrawn));
                break;
            case CallSignal.Command command:
                command.Refuse(new CallCommandException(CallCommandError.WrongStage, $"The call is in stage {call.Record.Stage}, in which this cannot be done."));
                break;
        }
    }

    private async ValueTask<bool> AcceptAsync(CallSignal signal)
    {
        switch (signal)
        {
            case CallSignal.Woken:
                return false;
            case CallSignal.FromLeg { Event: LegRinging or LegAnswered } risen when call.Legs.EndOf(risen.Event.Leg) is not null:
                // It was given up for dead before the PBX had made it.
                call.Legs.MarkUnwanted(risen.Event.Leg);
                await call.Lines.HangUpUnwantedAsync();
                return false;
            case CallSignal.FromLeg or CallSignal.PhoneCalls when await PhoneRequests.TryRefuseAsync(call, signal):
                return false;
            case CallSignal.FromLeg { Event: var legEvent }:
                call.Recordings.Apply(legEvent);
                return call.Legs.Apply(legEvent);
            case CallSignal.PbxLost:
                IsPbxConnected = false;
                return true;
            case CallSignal.PbxSeen { View: var view }:
                IsPbxConnected = true;
                await CompareAsync(view);
                await call.Lines.HangUpUnwantedAsync();
                return true;
            case CallSignal.PbxChecked { View: var view }:
                // Differences come as reports of legs; without one there is no news.
                await (IsPbxConnected ? CompareAsync(view) : Task.CompletedTask);
                return false;
            case CallSignal.Command when await call.Commands.TryAnswerAsync(signal):
                return false;
            case CallSignal.PauseRecording pause:
                _command = pause;
                await call.Recording.HandleAsync(pause);
                return false;
            case CallSignal.RecordingDue:
                await call.Recording.ResumeIfDueAsync();
                return false;
            case CallNote note:
                _command = note;
                await call.AppendAsync([note.EventAt(call.Now())], [], call.Commands.ProcessedBy(note));
                note.Complete(true);
                return false;
            case CallSignal.TakeMessage take when IsAfterOperator:
                _command = take;
                await MessageTaking.TakeAsync(call, take);
                return false;
            case CallSignal.PreviewMessage preview when IsAfterOperator:
                MessageTaking.Preview(call, preview);
                return false;
            case CallSignal.HangUp hangUp:
                call.RequestEnd();
                hangUp.Complete(true);
                return true;
            default:
                return true;
        }
    }

    /// <summary>The operator who had the caller has not any more, and writes down what was said: that changes nothing for the caller, wherever they are by now.</summary>
    private bool IsAfterOperator => call.Record.Operator is not null && (call.Record.OperatorLeg is null || call.IsOver);

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
        if (view is not null && !string.Equals(view.Incarnation, call.Record.Incarnation, StringComparison.Ordinal))
        {
            call.LoseToPbx(view);
        }

        foreach (var leg in call.Legs.Alive())
        {
            // A leg that was dialled while the snapshot was made is not in it: only the PBX's answer of now counts as an end.
            Report(leg, view?.Find(leg) ?? await call.Pbx.FindLegAsync(leg, call.Stopping));
        }

        _mustCompare = false;
    }

    private void Report(LegId leg, LegSnapshot? seen)
    {
        LegEvent? report = seen?.State switch
        {
            null => new LegEnded(leg, leg == call.CallerLeg ? LegEndCause.Normal : LegEndCause.Failed),
            LegState.Up => new LegAnswered(leg),
            LegState.Ringing => new LegRinging(leg),
            _ => null,
        };
        if (report is not null)
        {
            _synthetic.Enqueue(new CallSignal.FromLeg(report));
        }
    }

    /// <summary>
    /// Takes no more signals; refuses commands that are waiting, and the one that was being carried out if it has no answer. Called where the call has run.
    /// </summary>
    /// <returns>Legs that came to life after the call had its last look.</returns>
    public IReadOnlyList<LegId> Close()
    {
        RefuseUnanswered();
        call.Recording.Disarm();
        return [.. _mailbox.Close().Where(e => e is LegRinging or LegAnswered && !call.Legs.IsAlive(e.Leg)).Select(e => e.Leg).Distinct()];
    }

    [LoggerMessage(1001, LogLevel.Warning, "Call {Call}: reports of its legs may be missing; asking the PBX how they are")]
    private static partial void LogResynchronising(ILogger logger, CallId call);
}
