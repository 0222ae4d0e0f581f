namespace VirtualOffice.Sdk.Supervision;

/// <summary>How a supervisor listens in on a call.</summary>
public enum ListeningMode
{
    /// <summary>Hears operator and caller; nobody notices.</summary>
    Listen,

    /// <summary>Hears both, and is heard by the operator alone.</summary>
    Whisper,

    /// <summary>Talks with both.</summary>
    Barge,
}
