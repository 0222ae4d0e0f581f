namespace VirtualOffice.Sdk.Messages;

/// <summary>How urgent a message is.</summary>
public enum MessageUrgency
{
    /// <summary>It may wait for the recipient's quiet hours to end.</summary>
    Routine,

    /// <summary>It may not wait.</summary>
    Urgent,
}
