namespace VirtualOffice.Sdk.Simulation;

/// <summary>What a simulated caller wants.</summary>
internal enum CallerWish
{
    /// <summary>Ask something.</summary>
    Question,

    /// <summary>Speak to somebody of the company.</summary>
    Transfer,

    /// <summary>Leave a message.</summary>
    Message,

    /// <summary>Hang up at once.</summary>
    Nothing,

    /// <summary>Reach somebody else.</summary>
    WrongNumber,
}
