using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>An offer of a call to an operator, and how it ended.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Operator">To whom.</param>
/// <param name="Leg">The leg that rang.</param>
/// <param name="At">When it was made.</param>
/// <param name="EndedAt">When it ended; null while it rings.</param>
/// <param name="Result">How it ended; null while it rings.</param>
public sealed record CallOffer(OfferId Id, OperatorId Operator, LegId Leg, DateTimeOffset At, DateTimeOffset? EndedAt = null, OfferResult? Result = null);
