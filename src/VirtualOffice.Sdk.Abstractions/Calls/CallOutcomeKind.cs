namespace VirtualOffice.Sdk.Calls;

/// <summary>The closed set of outcomes of a call.</summary>
public enum CallOutcomeKind
{
    /// <summary>An operator served the caller.</summary>
    Completed,

    /// <summary>The caller was connected to an employee.</summary>
    Transferred,

    /// <summary>A message was taken, by an operator or as a voice message.</summary>
    MessageTaken,

    /// <summary>The caller got the information called for, without an operator.</summary>
    InformationGiven,

    /// <summary>The caller will be called back.</summary>
    CallbackScheduled,

    /// <summary>The caller hung up before being served; the stage and the wait are kept.</summary>
    Abandoned,

    /// <summary>The call was not taken; the reason is kept.</summary>
    Refused,

    /// <summary>The PBX's own fallback served the caller while no host was there.</summary>
    TakenByFallback,

    /// <summary>The call came and went while no host was there.</summary>
    MissedWhileDown,

    /// <summary>The PBX lost the call, by a restart for example.</summary>
    LostByPbx,

    /// <summary>The office itself failed; an alarm was raised.</summary>
    FailedInternal,

    /// <summary>A call-back that has not reached its caller; the call-back task stays.</summary>
    NotReached,
}
