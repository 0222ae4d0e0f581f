namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What goes wrong with one attempt at a delivery.</summary>
internal enum DeliveryFault
{
    None,

    /// <summary>The channel asks to be tried later.</summary>
    Retry,

    /// <summary>The recipient is refused for good.</summary>
    Permanent,

    /// <summary>Nothing is heard for long; then the attempt has failed.</summary>
    Hang,

    /// <summary>It is delivered, and the answer is lost.</summary>
    AnswerLost,
}
