namespace VirtualOffice.Sdk.Operators;

/// <summary>What an operator is doing.</summary>
public enum OperatorState
{
    /// <summary>Not at work.</summary>
    Offline,

    /// <summary>Free, waiting for a call.</summary>
    Available,

    /// <summary>A call is offered; the phone rings.</summary>
    Offered,

    /// <summary>Has a call.</summary>
    OnCall,

    /// <summary>Work right after a call; no new call is offered meanwhile.</summary>
    WrapUp,

    /// <summary>At work, not ready for calls.</summary>
    Break,
}
