using System.Security.Cryptography;
using System.Text;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>The commands with an id that a call was given: the same again has the same answer and no second effect. Only the call's own scheduler touches it.</summary>
internal sealed class CallCommands(CallSession call)
{
    private readonly Dictionary<CommandId, ProcessedCommand> _processed = [];

    /// <summary>A fingerprint of what is commanded.</summary>
    public static string Fingerprint(params IEnumerable<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            // With its length, so that no two lists of parts look alike.
            text.Append(part?.Length ?? -1).Append(':').Append(part).Append(';');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Answers a command that was carried out before; false when it was not.</summary>
    public async ValueTask<bool> TryAnswerAsync(CallSignal signal)
    {
        try
        {
            switch (signal)
            {
                case CallSignal.Transfer { Id: { } id } transfer when await FindAsync(id, transfer.Fingerprint) is not null:
                    transfer.Complete(true);
                    return true;
                case ScriptCommand { Id: { } id } command when await FindAsync(id, command.Fingerprint) is not null:
                    command.Complete(true);
                    return true;
                case CallSignal.TakeMessage { Id: { } id } take when await FindAsync(id, take.Fingerprint) is { } earlier:
                    take.Complete(call.Record.Messages.First(m => m.Id.ToString() == earlier.Answer));
                    return true;
                case CallSignal.IdentifiedCommand<bool> { Id: { } id } other when await FindAsync(id, other.Fingerprint) is not null:
                    other.Complete(true);
                    return true;
                default:
                    return false;
            }
        }
        catch (CallCommandException e)
        {
            (signal as CallSignal.Command)?.Refuse(e);
            return true;
        }
        catch (StoreUnavailableException e)
        {
            (signal as CallSignal.Command)?.Refuse(new CallCommandException(CallCommandError.Unavailable, $"Whether it was carried out before cannot be told now; try again. {e.Message}"));
            return true;
        }
    }

    /// <exception cref="CallCommandException">The id was used before for another command.</exception>
    public static ProcessedCommand Checked(ProcessedCommand known, CallId call, string fingerprint) => known.Call == call && known.Fingerprint == fingerprint
        ? known
        : throw new CallCommandException(CallCommandError.Conflict, $"The command id '{known.Id}' was used before, for another command.");

    /// <summary>The command that is about to be carried out, to be written with the events it causes.</summary>
    public ProcessedCommand Processed(CommandId id, string fingerprint, string answer) => new(id, call.Id, fingerprint, answer, call.Now());

    /// <summary>The same, of a command that may have no id; none then.</summary>
    public IReadOnlyList<ProcessedCommand> ProcessedBy<TAnswer>(CallSignal.IdentifiedCommand<TAnswer> command) =>
        command.Id is { } id ? [Processed(id, command.Fingerprint, "")] : [];

    /// <summary>They are durable.</summary>
    public void Keep(IEnumerable<ProcessedCommand> commands)
    {
        foreach (var command in commands)
        {
            _processed[command.Id] = command;
        }
    }

    private async Task<ProcessedCommand?> FindAsync(CommandId id, string fingerprint) =>
        (_processed.GetValueOrDefault(id) ?? await LookUpAsync(id)) is { } known ? Checked(known, call.Id, fingerprint) : null;

    private async Task<ProcessedCommand?> LookUpAsync(CommandId id)
    {
        try
        {
            return await call.Services.Inbox.FindAsync(id, call.Stopping);
        }
        catch (StoreUnavailableException) when (!call.IsAdopted)
        {
            // Every command this call was ever given is in the memory of this run.
            return null;
        }
    }
}
