namespace VirtualOffice.Sdk.Simulation;

/// <summary>Kinds of what a party hears.</summary>
public enum SoundKind
{
    /// <summary>Nothing at all, as on a dead line.</summary>
    Silence,

    /// <summary>Ringing that the PBX lets a new caller hear by itself, before any host has said so.</summary>
    RingingByPbx,

    /// <summary>Ringing that a host asked for.</summary>
    Ringing,

    /// <summary>A prompt.</summary>
    Prompt,

    /// <summary>Music on hold.</summary>
    Music,

    /// <summary>The beep before a recording.</summary>
    Beep,

    /// <summary>Nothing, because the party is being recorded and is to speak.</summary>
    Listening,

    /// <summary>The other parties in the bridge.</summary>
    Parties,

    /// <summary>The PBX's own fallback announcement, because no host was there.</summary>
    Fallback,
}
