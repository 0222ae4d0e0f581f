namespace VirtualOffice.Sdk.Calls;

/// <summary>How dialling one of an employee's numbers ended.</summary>
public enum AttemptResult
{
    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Busy.</summary>
    Busy,

    /// <summary>Declined.</summary>
    Rejected,

    /// <summary>It rang, or was silent, until the ring time was over.</summary>
    NoAnswer,

    /// <summary>The number could not be reached, or the trunk failed.</summary>
    Unreachable,

    /// <summary>There is no such number.</summary>
    Invalid,

    /// <summary>Somebody else took the call, whose number rang at the same time.</summary>
    TakenByOther,

    /// <summary>Who answered did not want the call: another key than 1, hung up while being asked or spoken to, or the operator let them go.</summary>
    NotAccepted,

    /// <summary>Somebody or something answered and pressed no key: a voicemail, most likely.</summary>
    VoicemailSuspected,

    /// <summary>The operator took the caller back before it was answered.</summary>
    TakenBack,

    /// <summary>The caller hung up first.</summary>
    CallerGone,
}
