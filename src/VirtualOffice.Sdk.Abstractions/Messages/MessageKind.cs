namespace VirtualOffice.Sdk.Messages;

/// <summary>Who took a message.</summary>
public enum MessageKind
{
    /// <summary>An operator wrote it.</summary>
    Operator,

    /// <summary>The caller spoke it.</summary>
    Voice,
}
