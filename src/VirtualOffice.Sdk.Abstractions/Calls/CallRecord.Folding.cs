using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <content>How each event changes the state.</content>
public sealed partial class CallRecord
{
    /// <summary>Applies the next event.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow what was applied before.</exception>
    public void Apply(CallEvent callEvent)
    {
        ArgumentNullException.ThrowIfNull(callEvent);
        if ((IsClosed && callEvent is not (DispositionSet or DraftSaved or QuestionAsked or MessageTaken)) || (Version == 0) != callEvent is CallReceived)
        {
            throw new InvalidOperationException($"Call {Id}: {callEvent.GetType().Name} cannot be event {Version + 1} of the journal.");
        }

        Change(callEvent);
        Version++;
    }

    private void Change(CallEvent callEvent)
    {
        switch (callEvent)
        {
            case CallReceived e:
                (CallerLeg, Incarnation, Dialled, Caller, ReceivedAt, CallsBack) = (e.Leg, e.Incarnation, e.Dialled, e.Caller, e.At, e.CallsBack);
                Enter(CallStage.Intake, e.At);
                break;
            case CallPlanned e:
                (Company, CompanyVersion, Priority, Facts, PlaceFrom, Refusal) = (e.Company, e.CompanyVersion, e.Priority, e.Facts, e.PlaceFrom ?? ReceivedAt, e.Refusal);
                (CallType, Language) = (e.CallType, e.Language);
                Script = e is { Script: { } script, ScriptStep: { } step } ? new CallScript(script, e.CompanyVersion, step, e.At) : null;
                Enter(Script is not null && !(e.IsOpen && e.HasGreeting) ? CallStage.Script : (e.IsOpen && !e.TakesMessage, e.HasGreeting) switch { (false, _) => CallStage.Message, (_, true) => CallStage.Greeting, _ => CallStage.Ringing }, e.At);
                break;
            case CallClassified e:
                (CallType, Language) = (e.CallType ?? CallType, e.Language ?? Language);
                break;
            case ScriptStarted or StepEntered or AnswerSaved or PromptHeard or KeysEntered or CallbackPromised or VoiceMessageAsked or ScriptResumed:
                FollowScript(callEvent);
                break;
            case CallAnswered e:
                AnsweredAt ??= e.At;
                if (Stage is CallStage.Ringing or CallStage.CallingBack)
                {
                    Enter(Stage == CallStage.Ringing ? CallStage.Queue : CallStage.Conversation, e.At);
                }

                break;
            case GreetingFinished e:
                Enter(Script is null ? WaitingStage : CallStage.Script, e.At);
                break;
            case CallQueued e:
                (EnqueuedAt, QueuedAt) = (e.EnqueuedAt, e.At);
                Script = Script is null ? null : Script with { WasQueued = true };
                Enter(WaitingStage, e.At);
                break;
            case CallerDialled e:
                CallerDialledAt = e.At;
                break;
            case OfferMade e:
                _offers.Add(new CallOffer(e.Offer, e.Operator, e.Leg, e.At));
                Enter(CallStage.Offer, e.At);
                break;
            case OfferEnded e:
                EndOffer(e);
                break;
            case WhisperEnded e:
                ConnectedAt ??= e.At;
                Enter(TalkingStage, e.At);
                break;
            case QueueLeft e:
                (QueueExit, QueueAction, ExitPrompt) = (e.Exit, e.Action, e.Prompt);
                Enter(e.Action == Calls.QueueAction.Message ? CallStage.Message : CallStage.Announcement, e.At);
                break;
            case QueueOverflowed e:
                OverflowedTo = e.To;
                break;
            case OperatorLeft e:
                (OperatorLeg, IsOnHold, IsMuted) = (null, false, null);
                if (Stage is CallStage.Conversation or CallStage.CallingBack or CallStage.Whisper)
                {
                    Enter(WaitingStage, e.At);
                }

                break;
            case CallDirected e:
                DirectedTo = (e.Operator, e.At);
                break;
            case TransferStarted e:
                _transfers.Add(new CallTransfer(e.Transfer, e.Employee, e.At, [])
                {
                    Target = e.Target ?? (e.Employee is { } to ? TransferTarget.Of(to) : null),
                    Plan = e.Plan,
                    Skipped = e.Plan?.Skipped ?? [],
                    Kind = e.Kind,
                    Leave = e.Leave,
                    Phone = e.Phone,
                    Line = e.Line,
                });

                // A phone has put the caller on hold before it asks, and takes them back itself.
                (IsOnHold, IsMuted) = (IsOnHold && (e.Phone ?? e.Line) is not null, IsMuted is null ? null : false);
                Enter(CallStage.Transfer, e.At);
                break;
            case AttemptStarted e:
                ChangeTransfer(e.Transfer, t => t.With(e));
                break;
            case NumberSkipped e:
                ChangeTransfer(e.Transfer, t => t with { Skipped = [.. t.Skipped, e.Skipped], StepsBegun = Math.Max(t.StepsBegun, e.Step) });
                break;
            case AttemptAnswered e:
                ChangeAttempt(e.Transfer, e.Attempt, a => a with { AnsweredAt = e.At });
                break;
            case ConsultChanged e:
                ChangeTransfer(e.Transfer, t => t with { Consult = e.With });
                break;
            case AttemptEnded e:
                ChangeAttempt(e.Transfer, e.Attempt, a => a with { EndedAt = e.At, Result = e.Result });
                break;
            case TransferEnded e:
                EndTransfer(e);
                break;
            case VoiceMessageStarted e:
                _recordings.Add(new CallRecording(e.Recording, IsVoiceMessage: true, e.At, RecordingState.Recording, null, null) { Field = e.Field });
                break;
            case MessageTaken e:
                _messages.Add(e.Message);
                break;
            case RecordingStarted e:
                _recordings.Add(new CallRecording(e.Recording, IsVoiceMessage: false, e.At, RecordingState.Recording, null, null));
                break;
            case RecordingPaused e:
                ChangeRecording(e.Recording, r => r.Paused(e.At, e.Reason));
                break;
            case RecordingResumed e:
                ChangeRecording(e.Recording, r => r.Resumed(e.At));
                break;
            case RecordingEnded e:
                ChangeRecording(e.Recording, r => r.Resumed(e.At) with { State = e.State, Stored = e.Stored, Reason = e.Reason });
                break;
            case HoldChanged e:
                IsOnHold = e.IsOnHold;
                break;
            case MuteChanged e:
                IsMuted = e.IsMuted;
                break;
            case DigitsSent:
                break;
            case DispositionSet e:
                Disposition = e.Disposition;
                break;
            case DraftSaved e:
                _notes.Apply(e);
                break;
            case QuestionAsked e:
                _notes.Apply(e);
                break;
            case CallEnded e:
                (Outcome, EndedAt, OperatorLeg, EmployeeLeg, IsOnHold) = (e.Outcome, e.At, null, null, false);
                Enter(CallStage.Ended, e.At);
                break;
            case CallClosed:
                IsClosed = true;
                break;
            default:
                throw new InvalidOperationException($"Call {Id}: {callEvent.GetType().Name} is not a known event.");
        }
    }

    private void FollowScript(CallEvent callEvent)
    {
        switch (callEvent)
        {
            case ScriptStarted e:
                Script = new CallScript(e.Script, CompanyVersion ?? "", e.Step, e.At) { Answers = Script?.Answers ?? [], TransfersBefore = _transfers.Count };
                break;
            case StepEntered e:
                Script = Script?.Enter(e, _transfers.Count);
                break;
            case AnswerSaved e:
                Script = Script?.Save(e);
                return;
            case PromptHeard e:
                Script = Script?.Hear(e);
                return;
            case KeysEntered e:
                Script = Script?.Press(e);
                return;
            case CallbackPromised e:
                CallbackPromisedAt ??= e.At;
                return;
            case VoiceMessageAsked e:
                Enter(CallStage.Message, e.At);
                return;
        }

        // An operator who has the caller keeps them, wherever the script is.
        if (OperatorLeg is null)
        {
            Enter(CallStage.Script, callEvent.At);
        }
    }

    private CallStage WaitingStage => AnsweredAt is null ? CallStage.Ringing : CallStage.Queue;

    private CallStage TalkingStage => HasCaller ? CallStage.Conversation : CallStage.CallingBack;

    private void EndOffer(OfferEnded e)
    {
        var index = _offers.FindIndex(o => o.Id == e.Offer);
        var offer = _offers[index] = _offers[index] with { EndedAt = e.At, Result = e.Result };
        if (e.Result == OfferResult.Accepted)
        {
            (Operator, OperatorLeg, DirectedTo) = (offer.Operator, offer.Leg, null);
            ConnectedAt = e.Whispers ? ConnectedAt : ConnectedAt ?? e.At;
            Enter(e.Whispers ? CallStage.Whisper : TalkingStage, e.At);
        }
        else if (OpenOffers.Count == 0 && Stage == CallStage.Offer)
        {
            Enter(WaitingStage, e.At);
        }
    }

    private void EndTransfer(TransferEnded e)
    {
        ChangeTransfer(e.Transfer, t => t with { EndedAt = e.At, Result = e.Result });
        switch (e.Result)
        {
            case TransferResult.Transferred:
                EmployeeLeg = _transfers[e.Transfer - 1].Taken!.Leg;
                OperatorLeg = null;
                Enter(CallStage.Transferred, e.At);
                break;
            case TransferResult.Failed when _transfers[e.Transfer - 1].Leave:
                Enter(CallStage.Message, e.At);
                break;
            case TransferResult.Failed or TransferResult.TakenBack:
                Enter(OperatorLeg is null ? WaitingStage : CallStage.Conversation, e.At);
                break;
        }
    }

    private void ChangeRecording(RecordingId recording, Func<CallRecording, CallRecording> change)
    {
        var index = _recordings.FindIndex(r => r.Id == recording);
        _recordings[index] = change(_recordings[index]);
    }

    private void ChangeTransfer(int number, Func<CallTransfer, CallTransfer> change) => _transfers[number - 1] = change(_transfers[number - 1]);

    private void ChangeAttempt(int transfer, int attempt, Func<TransferAttempt, TransferAttempt> change) =>
        ChangeTransfer(transfer, t => t with { Attempts = [.. t.Attempts.Select((a, i) => i + 1 == attempt ? change(a) : a)] });

    private void Enter(CallStage stage, DateTimeOffset at)
    {
        (Stage, StageSince) = (stage, at);
        CallSegmentKind? kind = stage switch
        {
            CallStage.Intake or CallStage.Ringing or CallStage.Offer when !HasCaller => null,
            CallStage.Intake or CallStage.Greeting or CallStage.Script or CallStage.Message or CallStage.Announcement => CallSegmentKind.Automated,
            CallStage.Ringing or CallStage.Queue or CallStage.Offer => CallSegmentKind.Queue,
            CallStage.Whisper when HasCaller => CallSegmentKind.Queue,
            CallStage.Conversation or CallStage.CallingBack or CallStage.Whisper => CallSegmentKind.Operator,
            CallStage.Transfer => CallSegmentKind.Transfer,
            CallStage.Transferred => CallSegmentKind.Employee,
            _ => null,
        };
        if (_segments is [.., var last])
        {
            if (last.Kind == kind && kind is not (CallSegmentKind.Operator or CallSegmentKind.Employee))
            {
                return;
            }

            // A clock that was set back must not make a negative duration.
            _segments[^1] = last with { To = last.To ?? (at > last.From ? at : last.From) };
        }

        if (kind is { } k)
        {
            var employee = k switch
            {
                CallSegmentKind.Transfer => _transfers[^1].Employee,
                CallSegmentKind.Employee => _transfers[^1].Taken?.Employee ?? _transfers[^1].Employee,
                _ => null,
            };
            var from = _segments is [.., { To: { } end }] && end > at ? end : at;
            _segments.Add(new CallSegment(k, from, null, k == CallSegmentKind.Operator ? Operator : null, employee));
        }
    }
}
