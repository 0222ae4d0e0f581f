namespace VirtualOffice.Sdk.Messages;

/// <summary>Who took a message.</summary>
public enum MessageKind
{
    /// <summary>An operator wrote it.</summary>
    Operator,

    /// <summary>The caller spoke it.</summary>
    Voice,

    /// <summary>Nobody: it sums up the messages of a day.</summary>
    Summary,
}
