using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Reads calls from the journal, and posts commands to those that run.</summary>
internal sealed class CallService(ICallJournal journal, ICommandInbox inbox, CallDirectory directory, CompanyDirectory companies, IntakePipeline intake) : ICalls
{
    public async Task<CallRecord?> FindAsync(CallId call, CancellationToken cancellationToken = default) =>
        await journal.ReadAsync(call, cancellationToken) is { } history ? CallRecord.Fold(call, history.Events) : null;

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

    public async Task<CallExplanation?> ExplainAtAsync(CompanyId company, DateTimeOffset instant, CallerId caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (companies.Find(company) is not { } definition)
        {
            return null;
        }

        var call = new CallIntake(new CallId(Guid.CreateVersion7(instant)), definition.Numbers.Count > 0 ? definition.Numbers[0].ToString() : "", caller, instant, definition);
        await intake.RunAsync(call, cancellationToken);
        return new CallExplanation(definition, instant, OpeningHours.DecideAt(definition, instant), call.Priority, call.Facts, call.Refusal, call.TakesMessage);
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

    public Task ConsultAsync(CallId call, ConsultWith with, CancellationToken cancellationToken = default) =>
        Enum.IsDefined(with) ? PostAsync(call, new CallSignal.Consult(with), cancellationToken) : throw new ArgumentOutOfRangeException(nameof(with), with, "With the employee, the caller, or everybody.");

    public Task CompleteTransferAsync(CallId call, CancellationToken cancellationToken = default) => PostAsync(call, new CallSignal.CompleteTransfer(), cancellationToken);

    public Task TakeBackAsync(CallId call, CancellationToken cancellationToken = default) => PostAsync(call, new CallSignal.TakeBack(), cancellationToken);

    public async Task<Message> TakeMessageAsync(CallId call, MessageDraft draft, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var take = new CallSignal.TakeMessage(draft, command);
        if (await TryPostAsync(call, take, take.Answer, cancellationToken))
        {
            return await take.Answer;
        }

        var earlier = await ProcessedBeforeAsync(call, command, take.Fingerprint, cancellationToken) ?? throw await EndedOrUnknownAsync(call, cancellationToken);
        var record = await FindAsync(call, cancellationToken) ?? throw Unknown(call);
        return record.Messages.First(m => m.Id.ToString() == earlier.Answer);
    }

    public async Task HangUpAsync(CallId call, CancellationToken cancellationToken = default)
    {
        if (directory.Find(call) is { } session)
        {
            var hangUp = new CallSignal.HangUp();
            session.Post(hangUp);
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

        session.Post(command);
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
