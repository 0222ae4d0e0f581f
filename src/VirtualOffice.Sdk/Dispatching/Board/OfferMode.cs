namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>To how many operators a call is offered at a time.</summary>
internal enum OfferMode
{
    /// <summary>One.</summary>
    OneAtATime,

    /// <summary>Everybody free of the innermost ring that has somebody; the first to accept has the call.</summary>
    AllOfRing,
}
