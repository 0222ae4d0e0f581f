namespace VirtualOffice.Sdk.Telephony;

/// <summary>How far a leg has come. A leg that has ended is not in a snapshot.</summary>
public enum LegState
{
    /// <summary>Being set up; nothing is heard yet.</summary>
    Creating,

    /// <summary>The far end rings (an outgoing leg), or the PBX lets the caller hear ringing (an incoming one).</summary>
    Ringing,

    /// <summary>Answered.</summary>
    Up,
}
