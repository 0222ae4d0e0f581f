namespace VirtualOffice.Sdk.Calls;

/// <summary>Where a call is in its life.</summary>
public enum CallStage
{
    /// <summary>Received; company and plan are being found. Nothing is audible but the PBX's own ringing.</summary>
    Intake,

    /// <summary>The company's recorded greeting is played.</summary>
    Greeting,

    /// <summary>Waiting for an operator, not answered yet: the caller hears ringing.</summary>
    Ringing,

    /// <summary>Waiting for an operator, answered: the caller hears music.</summary>
    Queue,

    /// <summary>Waiting, and offered to an operator whose phone rings.</summary>
    Offer,

    /// <summary>Caller and operator talk.</summary>
    Conversation,

    /// <summary>An employee's numbers are being dialled; the caller hears music.</summary>
    Transfer,

    /// <summary>Caller and employee talk.</summary>
    Transferred,

    /// <summary>The caller is asked for a voice message, and leaves it.</summary>
    Message,

    /// <summary>The caller hears that nobody can take the call now, or the busy tone, and the call ends.</summary>
    Announcement,

    /// <summary>Over; see the outcome.</summary>
    Ended,

    /// <summary>The company's script serves the caller, without an operator.</summary>
    Script,

    /// <summary>An operator is on the line while the caller is called back.</summary>
    CallingBack,

    /// <summary>An operator has accepted and hears which company it is; the caller waits on.</summary>
    Whisper,
}
