namespace VirtualOffice.Sdk.Operators;

/// <summary>What an operator last wished to be, as it is kept.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Presence">The wish.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record OperatorWish(OperatorId Operator, OperatorPresence Presence, string? Reason, DateTimeOffset At);
