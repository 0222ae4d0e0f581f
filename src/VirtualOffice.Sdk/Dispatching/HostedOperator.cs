using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>What the office knows of an operator and the board need not.</summary>
internal sealed class HostedOperator(OperatorDefinition definition)
{
    public OperatorDefinition Definition { get; set; } = definition;

    /// <summary>Since when the operator was idle, now or before the present call; null before the first time.</summary>
    public long? IdleSince { get; set; }

    /// <summary>The present or last offer: an operator is offered one call at a time.</summary>
    public OfferId Offer { get; private set; }

    /// <summary>The same offer on the board.</summary>
    public OfferHandle OfferHandle { get; private set; }

    /// <summary>The last snapshot, which serves again as long as it is true.</summary>
    public OperatorSnapshot? Snapshot { get; set; }

    /// <summary>The operator's own reason for a break.</summary>
    public string? Reason { get; set; }

    public void OfferedAs(OfferId offer, OfferHandle handle) => (Offer, OfferHandle) = (offer, handle);
}
