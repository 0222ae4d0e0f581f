using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Strategies;

/// <summary>First whoever has taken the fewest calls since coming online.</summary>
internal sealed class FewestCalls : IRoutingStrategy
{
    public string Name => "fewest-calls";

    public long SortKey(in OperatorFacts facts) => facts.CallsTaken;
}
