using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Notes things of calls: through the call while it runs, and straight into its journal when it has ended.</summary>
internal sealed class NoteTaking(ICallJournal journal, ICommandInbox inbox, CallDirectory directory, OfficeEvents events, TimeProvider clock)
{
    private const int MaxTries = 5;

    /// <param name="call">The call.</param>
    /// <param name="note">Makes the note anew for every try.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public async Task TakeAsync(CallId call, Func<CallNote> note, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var taken = note();
            try
            {
                if (directory.Find(call) is { } session)
                {
                    session.Signals.Post(taken);
                    await taken.Answer.WaitAsync(cancellationToken);
                }
                else
                {
                    await AppendAsync(call, taken, cancellationToken);
                }

                return;
            }
            catch (Exception e) when (tries < MaxTries && e is JournalConflictException or CallCommandException { Error: CallCommandError.Unavailable or CallCommandError.WrongStage })
            {
                // It ended between the two, or another host wrote: what is there now is looked at again.
            }
        }
    }

    private async Task AppendAsync(CallId call, CallNote note, CancellationToken cancellationToken)
    {
        if (note.Id is { } known && await inbox.FindAsync(known, cancellationToken) is { } earlier)
        {
            CallCommands.Checked(earlier, call, note.Fingerprint);
            return;
        }

        var history = await journal.ReadAsync(call, cancellationToken) ?? throw new CallCommandException(CallCommandError.UnknownCall, $"There is no call {call}.");
        if (!CallRecord.Fold(call, history.Events).IsClosed)
        {
            // It is up, and about to be taken up by this host: what is written behind its back would stop it.
            throw new CallCommandException(CallCommandError.Unavailable, $"Call {call} runs in no host now; try again.");
        }

        var now = clock.GetUtcNow();
        var noted = note.EventAt(now);
        await journal.AppendAsync(
            new JournalAppend(call, history.Events.Count, [noted], []) { Commands = note.Id is { } id ? [new ProcessedCommand(id, call, note.Fingerprint, "", now)] : [] },
            cancellationToken);
        events.Publish(new CallJournaled(call, history.Events.Count + 1, noted));
    }
}
