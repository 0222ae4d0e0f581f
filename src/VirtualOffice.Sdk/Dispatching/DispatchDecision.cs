using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>What the board has decided: that a call is offered to an operator, or that an operator's state has changed.</summary>
/// <param name="Call">The call offered; null when an operator's state changed.</param>
/// <param name="Offer">The reservation's id.</param>
/// <param name="Operator">The operator as of now.</param>
/// <param name="Ticket">The ticket the call waits with; zero when none is offered.</param>
internal readonly record struct DispatchDecision(CallId? Call, OfferId Offer, OperatorSnapshot Operator, int Ticket = 0);
