namespace VirtualOffice.Sdk.Recordings;

/// <summary>What of a leg is recorded.</summary>
public enum RecordingSource
{
    /// <summary>Both directions, mixed, from the request until the leg ends, wherever the leg is moved.</summary>
    Conversation,

    /// <summary>Only what the party says; the leg must be in no bridge.</summary>
    Party,
}
