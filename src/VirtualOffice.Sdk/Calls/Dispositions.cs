using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Says what calls were about: through the call while it runs, and straight into its journal when it has ended.</summary>
internal sealed class Dispositions(ICallJournal journal, ICommandInbox inbox, CallDirectory directory, OfficeEvents events, TimeProvider clock)
{
    private const int MaxNote = 2000;
    private const int MaxTries = 5;

    public async Task SetAsync(CallId call, CallDisposition disposition, CommandId? command, CancellationToken cancellationToken)
    {
        Check(disposition);
        var signal = new CallSignal.SetDisposition(disposition, command);
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (directory.Find(call) is { } session)
                {
                    session.Signals.Post(signal);
                    await signal.Answer.WaitAsync(cancellationToken);
                }
                else
                {
                    await AppendAsync(call, signal, cancellationToken);
                }

                return;
            }
            catch (Exception e) when (tries < MaxTries && e is JournalConflictException or CallCommandException { Error: CallCommandError.Unavailable or CallCommandError.WrongStage })
            {
                // It ended between the two, or another host wrote: what is there now is looked at again.
                signal = new CallSignal.SetDisposition(disposition, command);
            }
        }
    }

    private async Task AppendAsync(CallId call, CallSignal.SetDisposition signal, CancellationToken cancellationToken)
    {
        if (signal.Id is { } known && await inbox.FindAsync(known, cancellationToken) is { } earlier)
        {
            CallCommands.Checked(earlier, call, signal.Fingerprint);
            return;
        }

        var history = await journal.ReadAsync(call, cancellationToken) ?? throw new CallCommandException(CallCommandError.UnknownCall, $"There is no call {call}.");
        var now = clock.GetUtcNow();
        var set = new DispositionSet(now, signal.Disposition);
        await journal.AppendAsync(
            new JournalAppend(call, history.Events.Count, [set], []) { Commands = signal.Id is { } id ? [new ProcessedCommand(id, call, signal.Fingerprint, "", now)] : [] },
            cancellationToken);
        events.Publish(new CallJournaled(call, history.Events.Count + 1, set));
    }

    private static void Check(CallDisposition disposition)
    {
        ArgumentNullException.ThrowIfNull(disposition);
        if (disposition.Code is not { Length: >= 1 and <= 64 } || !disposition.Code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new CallCommandException(CallCommandError.Invalid, $"'{disposition.Code}' is not a code; allowed are 1 to 64 ASCII letters, digits, '-' or '_'.");
        }

        if (disposition.Note?.Length > MaxNote)
        {
            throw new CallCommandException(CallCommandError.Invalid, $"A note has at most {MaxNote} characters; this one has {disposition.Note.Length}.");
        }
    }
}
