namespace VirtualOffice.Sdk.Telephony;

/// <summary>Why a leg ended.</summary>
public enum LegEndCause
{
    /// <summary>Somebody hung up (Q.850 cause 16).</summary>
    Normal,

    /// <summary>The far end was busy (17).</summary>
    Busy,

    /// <summary>It rang and nobody answered (18, 19, or the ring time was over).</summary>
    NoAnswer,

    /// <summary>The far end declined (21).</summary>
    Rejected,

    /// <summary>The far end could not be reached: unknown, unregistered, out of service.</summary>
    Unreachable,

    /// <summary>The network does not know the number (1, 28).</summary>
    Invalid,

    /// <summary>The network or the PBX failed.</summary>
    Failed,
}
