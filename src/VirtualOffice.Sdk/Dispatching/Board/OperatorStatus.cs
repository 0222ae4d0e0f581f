using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>An operator now.</summary>
/// <param name="State">What the operator is doing.</param>
/// <param name="Reason">Who has sent the operator on a break.</param>
/// <param name="Presence">What the operator wishes to be, or was sent to be.</param>
/// <param name="Since">Since when the operator does it.</param>
/// <param name="Call">The call offered or being served, if any.</param>
/// <param name="Offer">The number of the present or last offer.</param>
/// <param name="WrapUpEnds">When the wrap-up ends by itself; <see cref="long.MaxValue"/> when it does not, and outside of one.</param>
internal readonly record struct OperatorStatus(
    OperatorState State,
    BreakReason Reason,
    OperatorPresence Presence,
    long Since,
    CallHandle Call,
    int Offer,
    long WrapUpEnds);
