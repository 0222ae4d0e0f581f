namespace VirtualOffice.Sdk.Calls;

/// <summary>A command to a call could not be carried out; the call goes on as it was.</summary>
public sealed class CallCommandException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public CallCommandException(CallCommandError error, string message)
        : base(message) => Error = error;

    /// <summary>The kind of error.</summary>
    public CallCommandError Error { get; }
}
