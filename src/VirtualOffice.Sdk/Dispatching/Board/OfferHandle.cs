namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A reservation: which operator, and the how manieth offer it is to this operator. An operator has at most one, so this is all it takes to know it again.</summary>
internal readonly record struct OfferHandle(int Operator, int Number);
