namespace VirtualOffice.Sdk.Simulation;

/// <summary>A simulation cannot go on, or did not come to what was waited for; the message says what it was doing.</summary>
public sealed class SimulationException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public SimulationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
