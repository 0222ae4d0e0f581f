namespace VirtualOffice.Sdk.Calls;

/// <summary>Why somebody, or one of their numbers, was not dialled.</summary>
public enum SkipReason
{
    /// <summary>The employee is away.</summary>
    Away,

    /// <summary>The employee has no number.</summary>
    NoNumber,

    /// <summary>The number is dialled only in its hours, and these are not.</summary>
    OutOfHours,

    /// <summary>It is a number of the office itself, or the caller's own: the call would come back.</summary>
    Loop,

    /// <summary>The number is in the plan before.</summary>
    Repeated,

    /// <summary>The company's dial policy does not allow the number.</summary>
    NotAllowed,

    /// <summary>So many calls go out of the company, or have gone out, as its dial policy allows.</summary>
    TooManyCalls,

    /// <summary>So many numbers were dialled, or so much time is over, as a transfer may take.</summary>
    TransferLimit,
}
