namespace VirtualOffice.Sdk.Messages;

/// <summary>The outcomes of an attempt.</summary>
public enum DeliveryOutcome
{
    /// <summary>The other side took responsibility.</summary>
    Delivered,

    /// <summary>It may succeed later.</summary>
    RetryLater,

    /// <summary>It will never succeed.</summary>
    Failed,

    /// <summary>The person was not reached, or did not accept: whoever is next in the same turn is told at once.</summary>
    NotReached,
}
