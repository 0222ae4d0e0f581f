using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Strategies;

/// <summary>Always in the same order.</summary>
internal sealed class Ordered : IRoutingStrategy
{
    public string Name => "ordered";

    public long SortKey(in OperatorFacts facts) => facts.Order;
}
