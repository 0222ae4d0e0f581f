namespace VirtualOffice.Sdk.EndToEnd.Sip;

/// <summary>What a phone does when it is called; the digits of sipp/phone.xml.</summary>
internal enum Behaviour
{
    /// <summary>The last digit of the dialled number decides, one of the others.</summary>
    ByNumber = 0,

    /// <summary>Rings, answers after a moment, sends back what it hears.</summary>
    Answers = 1,

    /// <summary>486 Busy Here.</summary>
    IsBusy = 2,

    /// <summary>Rings until the test or the caller ends it.</summary>
    Rings = 3,

    /// <summary>603 Decline.</summary>
    Declines = 4,

    /// <summary>Answers, and hangs up half a second later.</summary>
    HangsUp = 5,

    /// <summary>480 Temporarily Unavailable.</summary>
    IsUnreachable = 6,
}
