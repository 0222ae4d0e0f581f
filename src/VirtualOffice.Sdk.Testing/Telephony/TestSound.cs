namespace VirtualOffice.Sdk.Testing;

/// <summary>What a caller on a test bench hears.</summary>
public enum TestSound
{
    /// <summary>Ringing.</summary>
    Ringing,

    /// <summary>Music on hold.</summary>
    Music,

    /// <summary>A prompt.</summary>
    Prompt,

    /// <summary>Another party.</summary>
    Party,

    /// <summary>Nothing.</summary>
    Silence,
}
