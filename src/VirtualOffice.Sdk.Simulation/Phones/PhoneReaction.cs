namespace VirtualOffice.Sdk.Simulation;

/// <summary>What a phone that is dialled does.</summary>
public enum PhoneReaction
{
    /// <summary>It rings and is answered.</summary>
    Answer,

    /// <summary>It rings and the call is declined.</summary>
    Reject,

    /// <summary>It is busy, and does not ring.</summary>
    Busy,

    /// <summary>It rings until the caller gives up.</summary>
    Ignore,

    /// <summary>It is not there: unregistered, switched off, not assigned.</summary>
    Unreachable,
}
