namespace VirtualOffice.Sdk.Operators;

/// <summary>What an operator wishes to be.</summary>
public enum OperatorPresence
{
    /// <summary>Not at work.</summary>
    Offline,

    /// <summary>Ready for calls.</summary>
    Available,

    /// <summary>At work, not ready for calls; a reason may be given.</summary>
    Break,
}
