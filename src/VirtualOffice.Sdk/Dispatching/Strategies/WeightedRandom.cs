using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Strategies;

/// <summary>
/// By lot, each operator with a chance in proportion to their weight. Each free operator has a clock that rings after an exponential time of rate weight, and whose rings first is asked;
/// clocks start at the time of the last that rang, so by the exponential's lack of memory the chances are exact, though no key changes while its operator stands idle.
/// </summary>
internal sealed class WeightedRandom : IRoutingStrategy
{
    private const double Resolution = 1e6;

    public string Name => "weighted-random";

    public long SortKey(in OperatorFacts facts) => facts.LastKey + (long)(-Math.Log(facts.Random) / facts.Weight * Resolution);
}
