namespace VirtualOffice.Sdk.Calls;

/// <summary>What becomes of a transfer to an employee who is away.</summary>
public enum AwayRule
{
    /// <summary>It is refused; the refusal says why, until when, and who stands in.</summary>
    Refuse,

    /// <summary>Who stands in is dialled instead; it is refused when nobody does.</summary>
    StandIn,

    /// <summary>The employee is dialled all the same.</summary>
    Dial,
}
