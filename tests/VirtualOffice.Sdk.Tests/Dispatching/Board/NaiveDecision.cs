using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

/// <summary>A decision with the call's number, by which two boards can be compared; −1 for none.</summary>
internal sealed record NaiveDecision(DecisionKind Kind, int Call, int Operator, int Offer, OperatorState State);
