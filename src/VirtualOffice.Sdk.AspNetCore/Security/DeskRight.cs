namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>What a supervisor may do only when it is granted by itself. Nobody has it by default, admins included.</summary>
public enum DeskRight
{
    /// <summary>Hears calls without anybody noticing.</summary>
    Listen,

    /// <summary>Hears calls, and speaks to the operator alone.</summary>
    Whisper,

    /// <summary>Talks with operator and caller.</summary>
    Barge,
}
