namespace VirtualOffice.Sdk.Telephony;

/// <summary>A PBX could not do what was asked; a hang-up or a busy phone is never reported this way.</summary>
public sealed class TelephonyException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public TelephonyException(TelephonyError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>The kind of error.</summary>
    public TelephonyError Error { get; }
}
