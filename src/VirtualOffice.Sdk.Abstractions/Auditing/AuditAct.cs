namespace VirtualOffice.Sdk.Auditing;

/// <summary>What somebody did over others' heads, or with what is confidential.</summary>
public enum AuditAct
{
    /// <summary>What a newer version wrote down and this one does not know, or a host's own act, which <see cref="AuditEntry.Detail"/> describes.</summary>
    Other,

    /// <summary>Asked to hear a call silently.</summary>
    Listen,

    /// <summary>Asked to hear a call and speak to its operator.</summary>
    Whisper,

    /// <summary>Asked to talk in a call.</summary>
    Barge,

    /// <summary>Is at a call no longer.</summary>
    StopListening,

    /// <summary>Took a call over.</summary>
    TakeOver,

    /// <summary>Gave a call to an operator.</summary>
    OfferCall,

    /// <summary>Hung a call up.</summary>
    HangUp,

    /// <summary>Changed an operator's state.</summary>
    SetOperatorState,

    /// <summary>Said which companies an operator serves.</summary>
    AssignCompanies,

    /// <summary>Gave every operator a notice.</summary>
    GiveNotice,

    /// <summary>Took a notice back.</summary>
    RemoveNotice,

    /// <summary>Put a draft of a company in force.</summary>
    PublishCompany,

    /// <summary>Put an earlier version of a company in force.</summary>
    RestoreCompany,

    /// <summary>Opened the recording of a call.</summary>
    OpenRecording,

    /// <summary>Opened a voice message.</summary>
    OpenVoiceMessage,

    /// <summary>Took a message of a call that an operator had left unwritten.</summary>
    TakeMessage,
}
