namespace VirtualOffice.Sdk;

/// <summary>The base of every exception that VirtualOffice.Sdk throws on its own account.</summary>
public class VirtualOfficeException : Exception
{
    /// <summary>Creates the exception with a message that says what was wrong, where, and what to do.</summary>
    public VirtualOfficeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and the error that caused it.</summary>
    public VirtualOfficeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
