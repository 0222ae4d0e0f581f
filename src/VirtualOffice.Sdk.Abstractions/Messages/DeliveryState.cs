namespace VirtualOffice.Sdk.Messages;

/// <summary>How a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>To be attempted, or to be attempted again.</summary>
    Pending,

    /// <summary>Accepted by the recipient's side.</summary>
    Delivered,

    /// <summary>Given up; a person must look.</summary>
    Failed,

    /// <summary>No longer needed: the message was acknowledged before it was due.</summary>
    Cancelled,

    /// <summary>The person was not reached, and a later step of the dispatch rule has the turn, or somebody else has acknowledged the message.</summary>
    Passed,

    /// <summary>Kept until somebody calls in for the message.</summary>
    Held,
}
