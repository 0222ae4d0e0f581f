namespace VirtualOffice.Sdk.Messages;

/// <summary>What an entry of a message's log tells.</summary>
public enum MessageLogKind
{
    /// <summary>The message was taken.</summary>
    Taken,

    /// <summary>An attempt to deliver it ended.</summary>
    Attempted,

    /// <summary>A person was told that a delivery failed or is late.</summary>
    Escalated,

    /// <summary>Somebody acknowledged it.</summary>
    Acknowledged,

    /// <summary>Somebody was passed over, because they are away.</summary>
    PassedOver,

    /// <summary>Another message took its place.</summary>
    Corrected,
}
