namespace VirtualOffice.Sdk.Messages;

/// <summary>How a message was acknowledged.</summary>
public enum AcknowledgementMethod
{
    /// <summary>By the link that a delivery carried.</summary>
    Link,

    /// <summary>An operator noted it.</summary>
    Operator,

    /// <summary>By an answer to the e-mail.</summary>
    Reply,

    /// <summary>By pressing 1 in the call that told of it.</summary>
    Digit,

    /// <summary>By picking up a message that was kept for them.</summary>
    PickUp,

    /// <summary>Another message took its place, see <see cref="Message.Corrects"/>.</summary>
    Correction,
}
