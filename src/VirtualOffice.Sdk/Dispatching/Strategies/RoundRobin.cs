using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Strategies;

/// <summary>In turn: first whoever was asked the longest ago. Unlike the longest idle, a break doesn't cost the turn.</summary>
internal sealed class RoundRobin : IRoutingStrategy
{
    public string Name => "round-robin";

    public long SortKey(in OperatorFacts facts) => facts.OfferTurn;
}
