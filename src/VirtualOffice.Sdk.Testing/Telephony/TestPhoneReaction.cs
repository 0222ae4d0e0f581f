namespace VirtualOffice.Sdk.Testing;

/// <summary>What a phone on a test bench does when it is dialled.</summary>
public enum TestPhoneReaction
{
    /// <summary>It rings and is answered.</summary>
    Answer,

    /// <summary>It rings and the call is declined.</summary>
    Reject,

    /// <summary>It is busy.</summary>
    Busy,

    /// <summary>It rings until the caller gives up.</summary>
    Ignore,

    /// <summary>It is not there.</summary>
    Unreachable,
}
