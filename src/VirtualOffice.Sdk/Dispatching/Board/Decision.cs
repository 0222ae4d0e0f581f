using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What the board has decided.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Call">The call it is about, if any.</param>
/// <param name="Operator">The operator it is about; −1 for none.</param>
/// <param name="Offer">The number of the offer, of an offer made or withdrawn; of an exit, which of the company's limits was reached.</param>
/// <param name="State">The operator's state after it.</param>
internal readonly record struct Decision(DecisionKind Kind, CallHandle Call, int Operator, int Offer, OperatorState State)
{
    /// <summary>The offer made or withdrawn.</summary>
    public OfferHandle OfferHandle => new(Operator, Offer);
}
