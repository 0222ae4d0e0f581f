using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Reads calls from the journal, and posts commands to those that run.</summary>
internal sealed class CallService(
    ICallJournal journal,
    ICommandInbox inbox,
    CallDirectory directory,
    CompanyDirectory companies,
    IntakePipeline intake,
    ScriptKinds scripts,
    IOperators operators,
    TransferPlanner transfers,
    NoteTaking notes,
    LateMessages late,
    TimeProvider clock) : ICalls
{
    private const int MaxBy = 64;
    private const int MaxTries = 5;

    public async Task<CallRecord?> FindAsync(CallId call, CancellationToken cancellationToken = default)
    {
        // What follows a call's end is written by others, too.
        if (directory.Find(call)?.Journal.Copy() is { IsClosed: false } running)
        {
            return running;
        }

        return await journal.ReadAsync(call, cancellationToken) is { } history ? CallRecord.Fold(call, history.Events) : null;
    }

    public async Task<IReadOnlyList<CallRecord>> ListAsync(CallQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Limit is < 1 or > 500)
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, "Limit is 1 to 500.");
        }

        var page = await journal.ReadPageAsync(query, cancellationToken);
        return [.. page.Select(h => CallRecord.Fold(h.Call, h.Events))];
    }

    public async Task<CallExplanation?> ExplainAtAsync(CompanyId company, DateTimeOffset instant, CallerId caller, CancellationToken cancellationToken = default) =>
        companies.Find(company) is { } definition ? await ExplainAtAsync(definition, instant, caller, cancellationToken) : null;

    public async Task<CallExplanation> ExplainAtAsync(CompanyDefinition definition, DateTimeOffset instant, CallerId caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(caller);
        var call = new CallIntake(new CallId(Guid.CreateVersion7(instant)), definition.Numbers.Count > 0 ? definition.Numbers[0].ToString() : "", caller, instant, definition);
        await intake.RunAsync(call, cancellationToken);
        return new CallExplanation(definition, instant, OpeningHours.DecideAt(definition, instant), call.Priority, call.Facts, call.Refusal, call.TakesMessage)
        {
            CallType = call.CallType,
            Script = ScriptSelection.Find(definition, call.CallType?.Id, OpeningHours.DecideAt(definition, instant).IsOpen),
            Transfers = [.. TargetsOf(definition).Select(t => (t, transfers.Plan(definition, t, caller.Number, instant, isTrial: true)))],
            Greeting = Greetings.Decide(definition, instant, call.CallType?.Id, call.Language),
        };
    }

    public Task DeclineOfferAsync(CallId call, OperatorId op, CancellationToken cancellationToken = default) => PostAsync(call, new CallSignal.DeclineOffer(op), cancellationToken);

    public async Task<CallRecord> TransferAsync(CallId call, TransferRequest request, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var transfer = new CallSignal.Transfer(request, command);
        if (!await TryPostAsync(call, transfer, transfer.Answer, cancellationToken))
        {
            _ = await ProcessedBeforeAsync(call, command, transfer.Fingerprint, cancellationToken) ?? throw await EndedOrUnknownAsync(call, cancellationToken);
        }

        return await FindAsync(call, cancellationToken) ?? throw Unknown(call);
    }

    public Task ConsultAsync(CallId call, ConsultWith with, CommandId? command = null, CancellationToken cancellationToken = default) =>
        Enum.IsDefined(with) ? PostOnceAsync(call, new CallSignal.Consult(with, command), cancellationToken) : throw new ArgumentOutOfRangeException(nameof(with), with, "With the employee, the caller, or everybody.");

    public Task CompleteTransferAsync(CallId call, CommandId? command = null, CancellationToken cancellationToken = default) =>
        PostOnceAsync(call, new CallSignal.CompleteTransfer(command), cancellationToken);

    public Task TakeBackAsync(CallId call, CommandId? command = null, CancellationToken cancellationToken = default) =>
        PostOnceAsync(call, new CallSignal.TakeBack(command), cancellationToken);

    public async Task OfferToAsync(CallId call, OperatorId op, string by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (by.Length > MaxBy)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by.Length, $"Who wants it has 1 to {MaxBy} characters.");
        }

        var direct = new CallSignal.OfferTo(op, by, command);
        if (directory.Find(call) is not null && await ProcessedBeforeAsync(call, command, direct.Fingerprint, cancellationToken) is null)
        {
            var record = await FindAsync(call, cancellationToken) ?? throw Unknown(call);
            if (WhyNotTo(record, operators.Find(op), op) is { } why)
            {
                throw new CallCommandException(CallCommandError.NotAllowed, why);
            }
        }

        await PostOnceAsync(call, direct, cancellationToken);
    }

    private static string? WhyNotTo(CallRecord record, OperatorSnapshot? op, OperatorId id) => op switch
    {
        null => $"There is no operator '{id}'.",
        _ when (record.OverflowedTo ?? record.Company) is { } company && !op.Definition.Companies.Contains(company) =>
            $"{op.Definition.Name} does not serve company '{company}'; assign it to the operator first.",
        { State: OperatorState.Offline } => $"{op.Definition.Name} is offline.",
        { State: not OperatorState.Available } when record.Stage is CallStage.Conversation or CallStage.Whisper => $"{op.Definition.Name} is {op.State}; a caller who talks with somebody is not left waiting for it.",
        _ => null,
    };

    public async Task<Message> TakeMessageAsync(CallId call, MessageDraft draft, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var tries = 1; ; tries++)
        {
            var take = new CallSignal.TakeMessage(draft, command);
            try
            {
                return await (await TryPostAsync(call, take, take.Answer, cancellationToken) ? take.Answer : late.TakeAsync(call, take, cancellationToken));
            }
            catch (Exception e) when (tries < MaxTries && IsEndedMeanwhile(e, call))
            {
                // What is there now is looked at again.
            }
        }
    }

    /// <summary>The call ended between two looks, or another host wrote of it: then it is another's to take the command.</summary>
    private bool IsEndedMeanwhile(Exception e, CallId call) =>
        e is JournalConflictException or CommandConflictException
        || (e is CallCommandException { Error: CallCommandError.Unavailable or CallCommandError.WrongStage } && directory.Find(call) is null);

    public async Task<ScriptScreen?> ShowScriptAsync(CallId call, CancellationToken cancellationToken = default)
    {
        var record = await FindAsync(call, cancellationToken) ?? throw Unknown(call);
        var op = record.Operator is { } id ? operators.List().FirstOrDefault(o => o.Definition.Id == id)?.Definition.Name : null;
        return ScriptScreens.Of(record, record.Company is { } company ? companies.Find(company, record.CompanyVersion) : null, clock.GetUtcNow(), op, scripts);
    }

    public Task SaveAnswerAsync(CallId call, string field, string value, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return PostOnceAsync(call, new ScriptCommand.SaveAnswer(field, value, command), cancellationToken);
    }

    public Task AdvanceScriptAsync(CallId call, string? exit = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        PostOnceAsync(call, new ScriptCommand.Advance(exit, command), cancellationToken);

    public Task GoToStepAsync(CallId call, string step, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        return PostOnceAsync(call, new ScriptCommand.GoTo(step, command), cancellationToken);
    }

    public Task GoBackAsync(CallId call, CommandId? command = null, CancellationToken cancellationToken = default) =>
        PostOnceAsync(call, new ScriptCommand.GoBack(command), cancellationToken);

    public Task SetCallTypeAsync(CallId call, CallTypeId callType, CommandId? command = null, CancellationToken cancellationToken = default) =>
        PostOnceAsync(call, new ScriptCommand.SetCallType(callType, command), cancellationToken);

    public Task SetHoldAsync(CallId call, bool isOnHold, CommandId? command = null, CancellationToken cancellationToken = default) =>
        PostOnceAsync(call, new CallSignal.SetHold(isOnHold, command), cancellationToken);

    public Task SetMuteAsync(CallId call, bool isMuted, CommandId? command = null, CancellationToken cancellationToken = default) =>
        PostOnceAsync(call, new CallSignal.SetMute(isMuted, command), cancellationToken);

    public Task SendDigitsAsync(CallId call, string digits, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits.Length is >= 1 and <= 32 && digits.All(c => char.IsAsciiDigit(c) || c is '*' or '#' or (>= 'A' and <= 'D'))
            ? PostOnceAsync(call, new CallSignal.SendDigits(digits, command), cancellationToken)
            : throw new CallCommandException(CallCommandError.Invalid, "Keys are 1 to 32 of 0 to 9, *, #, and A to D.");
    }

    public Task SetRecordingPausedAsync(CallId call, bool isPaused, CommandId? command = null, CancellationToken cancellationToken = default) =>
        PostOnceAsync(call, new CallSignal.PauseRecording(isPaused, command), cancellationToken);

    public Task SetDispositionAsync(CallId call, CallDisposition disposition, CommandId? command = null, CancellationToken cancellationToken = default) =>
        NoteAsync(call, () => NoteChecks.Check(disposition), () => new CallNote.SetDisposition(disposition, command), cancellationToken);

    public Task SaveDraftAsync(CallId call, IReadOnlyList<MessageField> fields, CommandId? command = null, CancellationToken cancellationToken = default) =>
        NoteAsync(call, () => NoteChecks.Check(fields), () => new CallNote.SaveDraft(fields, command), cancellationToken);

    public Task NoteQuestionAsync(CallId call, AskedQuestion question, CommandId? command = null, CancellationToken cancellationToken = default) =>
        NoteAsync(call, () => NoteChecks.Check(question), () => new CallNote.NoteQuestion(question, command), cancellationToken);

    public async Task<MessagePreview> PreviewMessageAsync(CallId call, MessageDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var tries = 1; ; tries++)
        {
            var preview = new CallSignal.PreviewMessage(draft);
            try
            {
                return await (await TryPostAsync(call, preview, preview.Answer, cancellationToken) ? preview.Answer : late.PreviewAsync(call, draft, cancellationToken));
            }
            catch (Exception e) when (tries < MaxTries && IsEndedMeanwhile(e, call))
            {
                // What is there now is looked at again.
            }
        }
    }

    public async Task HangUpAsync(CallId call, CancellationToken cancellationToken = default)
    {
        if (directory.Find(call) is { } session)
        {
            var hangUp = new CallSignal.HangUp();
            session.Signals.Post(hangUp);
            try
            {
                await hangUp.Answer.WaitAsync(cancellationToken);
                return;
            }
            catch (CallCommandException)
            {
                // It ended meanwhile, which is what was wanted.
                return;
            }
        }

        if (await journal.ReadAsync(call, cancellationToken) is null)
        {
            throw Unknown(call);
        }
    }

    private async Task NoteAsync(CallId call, Action check, Func<CallNote> note, CancellationToken cancellationToken)
    {
        check();
        await notes.TakeAsync(call, note, cancellationToken);
    }

    private static IEnumerable<TransferTarget> TargetsOf(CompanyDefinition company) =>
        [.. company.Employees.Select(e => TransferTarget.Of(e.Id)), .. company.Groups.Select(g => TransferTarget.Of(g.Id)), .. company.OnCallLists.Select(l => TransferTarget.Of(l.Id))];

    /// <summary>Posts a command that may have an id; one that an ended call has carried out before is answered alike.</summary>
    private async Task PostOnceAsync(CallId call, CallSignal.IdentifiedCommand<bool> command, CancellationToken cancellationToken)
    {
        if (!await TryPostAsync(call, command, command.Answer, cancellationToken))
        {
            _ = await ProcessedBeforeAsync(call, command.Id, command.Fingerprint, cancellationToken) ?? throw await EndedOrUnknownAsync(call, cancellationToken);
        }
    }

    private async Task PostAsync(CallId call, CallSignal.Command<bool> command, CancellationToken cancellationToken)
    {
        if (!await TryPostAsync(call, command, command.Answer, cancellationToken))
        {
            throw await EndedOrUnknownAsync(call, cancellationToken);
        }
    }

    /// <summary>Posts a command to a call that runs and waits for its answer; false when the call does not run, so that it may have ended.</summary>
    private async Task<bool> TryPostAsync(CallId call, CallSignal.Command command, Task answer, CancellationToken cancellationToken)
    {
        if (directory.Find(call) is not { } session)
        {
            return false;
        }

        session.Signals.Post(command);
        await answer.WaitAsync(cancellationToken);
        return true;
    }

    private async Task<ProcessedCommand?> ProcessedBeforeAsync(CallId call, CommandId? command, string fingerprint, CancellationToken cancellationToken) =>
        command is { } id && await inbox.FindAsync(id, cancellationToken) is { } earlier ? CallCommands.Checked(earlier, call, fingerprint) : null;

    private async Task<CallCommandException> EndedOrUnknownAsync(CallId call, CancellationToken cancellationToken) => await journal.ReadAsync(call, cancellationToken) is null
        ? Unknown(call)
        : new CallCommandException(CallCommandError.WrongStage, $"Call {call} is in stage {CallStage.Ended}, in which this cannot be done.");

    private static CallCommandException Unknown(CallId call) => new(CallCommandError.UnknownCall, $"There is no call {call}.");
}
