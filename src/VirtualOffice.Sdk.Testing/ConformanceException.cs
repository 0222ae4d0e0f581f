namespace VirtualOffice.Sdk.Testing;

/// <summary>An implementation of a seam does not do what the seam promises; the message says what was expected and what was found.</summary>
public sealed class ConformanceException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public ConformanceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
