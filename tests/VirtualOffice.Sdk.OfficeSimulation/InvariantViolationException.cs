namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>A promise was broken.</summary>
/// <param name="invariant">Which, by its short name, for example <c>I9</c>.</param>
/// <param name="what">What happened.</param>
internal sealed class InvariantViolationException(string invariant, string what) : Exception($"{invariant}: {what}")
{
    public string Invariant { get; } = invariant;
}
