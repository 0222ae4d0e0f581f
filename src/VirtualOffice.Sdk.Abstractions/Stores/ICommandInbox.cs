namespace VirtualOffice.Sdk.Stores;

/// <summary>
/// Commands that were carried out, so that one sent twice has one effect and one answer. They are written with the events they caused, in one transaction
/// (<see cref="JournalAppend.Commands"/>). Safe for concurrent use.
/// </summary>
public interface ICommandInbox
{
    /// <summary>A command that was carried out; null when none has this id.</summary>
    Task<ProcessedCommand?> FindAsync(CommandId command, CancellationToken cancellationToken);
}
