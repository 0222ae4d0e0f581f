namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Which operator is to have a call.</summary>
internal sealed record OfferToRequest(string? Operator);
