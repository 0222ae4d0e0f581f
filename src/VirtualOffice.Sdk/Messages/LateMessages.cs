using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>
/// Messages that an operator writes when the caller is gone: straight into the journal of the ended call, from its record and the version of the company that the call was taken with.
/// The call's outcome stays what it was.
/// </summary>
internal sealed class LateMessages(
    ICallJournal journal,
    ICommandInbox inbox,
    CompanyDirectory companies,
    CompanyVersions versions,
    EmployeeBook employees,
    OutboxWorker outbox,
    OfficeEvents events,
    OfficeOptions options,
    OfficeRuntime runtime,
    Func<OperatorId, string?> operatorName)
{
    /// <exception cref="CallCommandException">There is no such call, it has not ended, no operator had it, the draft is not valid, or the command's id was used for another command.</exception>
    /// <exception cref="JournalConflictException">Something else was written of the call meanwhile; look again.</exception>
    /// <exception cref="CommandConflictException">The same command was carried out meanwhile; look again.</exception>
    public async Task<Message> TakeAsync(CallId call, CallSignal.TakeMessage take, CancellationToken cancellationToken)
    {
        var earlier = take.Id is { } known && await inbox.FindAsync(known, cancellationToken) is { } found ? CallCommands.Checked(found, call, take.Fingerprint) : null;
        var record = await ReadAsync(call, cancellationToken);
        if (earlier is not null)
        {
            return record.Messages.First(m => m.Id.ToString() == earlier.Answer);
        }

        var company = await CompanyOfAsync(record, cancellationToken);
        if (MessageWriting.Problem(record, company, MessageWriting.Prefilled(record, company, take.Draft)) is { } problem)
        {
            throw problem;
        }

        var now = runtime.Clock.GetUtcNow();
        var message = MessageWriting.Of(new MessageId(runtime.Ids.NewId()), record, company, take.Draft, now, operatorName);
        var taken = new MessageTaken(now, message);
        var append = new JournalAppend(call, record.Version, [taken], MessageRecipients.DeliveriesOf(message, company, options, now, employees.Decide))
        {
            Commands = take.Id is { } id ? [new ProcessedCommand(id, call, take.Fingerprint, message.Id.ToString(), now)] : [],
        };
        await journal.AppendAsync(append, cancellationToken);
        events.Publish(new CallJournaled(call, record.Version + 1, taken));
        outbox.Taken(message);
        return message;
    }

    public async Task<MessagePreview> PreviewAsync(CallId call, MessageDraft draft, CancellationToken cancellationToken)
    {
        var record = await ReadAsync(call, cancellationToken);
        return MessageWriting.Preview(new MessageId(runtime.Ids.NewId()), record, await CompanyOfAsync(record, cancellationToken), draft, options, runtime.Clock.GetUtcNow(), employees.Decide, operatorName);
    }

    private async Task<CallRecord> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        var history = await journal.ReadAsync(call, cancellationToken) ?? throw new CallCommandException(CallCommandError.UnknownCall, $"There is no call {call}.");
        var record = CallRecord.Fold(call, history.Events);
        return record switch
        {
            { IsClosed: false } => throw new CallCommandException(CallCommandError.Unavailable, $"Call {call} runs in no host now; try again."),
            { Operator: null } or { Company: null } => throw new CallCommandException(CallCommandError.WrongStage, $"Call {call} has ended, and no operator had it: there is nothing to be written down."),
            _ => record,
        };
    }

    private async Task<CompanyDefinition?> CompanyOfAsync(CallRecord record, CancellationToken cancellationToken)
    {
        await versions.RememberAsync([record], cancellationToken);
        return companies.Find(record.Company!.Value, record.CompanyVersion);
    }
}
