using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Reads calls from the journal, and posts commands to those that run.</summary>
internal sealed class CallService(ICallJournal journal, CallDirectory directory) : ICalls
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

    public async Task<CallRecord> TransferAsync(CallId call, EmployeeId employee, CancellationToken cancellationToken = default)
    {
        await CommandAsync(call, new CallSignal.Transfer(employee), cancellationToken);
        return await FindAsync(call, cancellationToken) ?? throw Unknown(call);
    }

    public Task<Message> TakeMessageAsync(CallId call, MessageDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return CommandAsync(call, new CallSignal.TakeMessage(draft), cancellationToken);
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

    private async Task<TAnswer> CommandAsync<TAnswer>(CallId call, CallSignal.Command<TAnswer> command, CancellationToken cancellationToken)
    {
        if (directory.Find(call) is { } session)
        {
            session.Post(command);
            return await command.Answer.WaitAsync(cancellationToken);
        }

        throw await journal.ReadAsync(call, cancellationToken) is null
            ? Unknown(call)
            : new CallCommandException(CallCommandError.WrongStage, $"Call {call} is in stage {CallStage.Ended}, in which this cannot be done.");
    }

    private static CallCommandException Unknown(CallId call) => new(CallCommandError.UnknownCall, $"There is no call {call}.");
}
