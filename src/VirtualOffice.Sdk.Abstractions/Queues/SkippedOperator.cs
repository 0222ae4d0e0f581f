using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Queues;

/// <summary>An operator who was not asked.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Reason">Why, for a person to read: "wrap-up", "backup, asked in 12 s", "declined this call", "idle 41 s, after the chosen".</param>
public sealed record SkippedOperator(OperatorId Operator, string Reason);
