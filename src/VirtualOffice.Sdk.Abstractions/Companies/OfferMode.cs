namespace VirtualOffice.Sdk.Companies;

/// <summary>How many operators a call is offered to at a time.</summary>
public enum OfferMode
{
    /// <summary>One, the first by the company's strategy.</summary>
    OneAtATime,

    /// <summary>Everybody free of the innermost ring that has somebody; the first to accept has the call, the other phones fall silent.</summary>
    AllOfRing,
}
