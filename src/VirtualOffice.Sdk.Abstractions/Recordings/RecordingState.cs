namespace VirtualOffice.Sdk.Recordings;

/// <summary>The states of a recording; every recording ends in one of the last three.</summary>
public enum RecordingState
{
    /// <summary>Being made, or not yet fetched from the PBX.</summary>
    Recording,

    /// <summary>Stored whole.</summary>
    Stored,

    /// <summary>Stored in part; the reason is kept.</summary>
    Partial,

    /// <summary>Not there; the reason is kept and an alarm was raised.</summary>
    Missing,
}
