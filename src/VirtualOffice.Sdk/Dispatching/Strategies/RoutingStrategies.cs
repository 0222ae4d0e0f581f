using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Strategies;

/// <summary>The strategies every office has.</summary>
internal static class RoutingStrategies
{
    public static IReadOnlyList<IRoutingStrategy> BuiltIn { get; } =
        [LongestIdle.Instance, new FewestCalls(), new LeastTalkTime(), new RoundRobin(), new Ordered(), new WeightedRandom()];
}
