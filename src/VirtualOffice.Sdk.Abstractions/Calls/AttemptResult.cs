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

    /// <summary>The caller hung up first.</summary>
    CallerGone,
}
