namespace VirtualOffice.Sdk.Stores;

/// <summary>A command's id was used before, for another command.</summary>
public sealed class CommandConflictException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public CommandConflictException(CommandId command, Exception? innerException = null)
        : base($"The command id '{command}' was used before, for another command.", innerException) => Command = command;

    /// <summary>The id.</summary>
    public CommandId Command { get; }
}
