using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Operators;

/// <summary>An operator now.</summary>
/// <param name="Definition">Who it is.</param>
/// <param name="State">What the operator is doing.</param>
/// <param name="Reason">Why, for a break.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Call">The call offered or being served; null when there is none.</param>
public sealed record OperatorSnapshot(OperatorDefinition Definition, OperatorState State, string? Reason, DateTimeOffset Since, CallId? Call)
{
    /// <summary>When the wrap-up ends by itself, UTC; null when it lasts until the operator ends it, and outside of one.</summary>
    public DateTimeOffset? WrapUpEnds { get; init; }
}
