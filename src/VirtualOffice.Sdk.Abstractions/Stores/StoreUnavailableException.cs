namespace VirtualOffice.Sdk.Stores;

/// <summary>A store cannot be reached or cannot write.</summary>
public sealed class StoreUnavailableException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public StoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
