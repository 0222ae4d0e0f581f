using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Strategies;

/// <summary>First whoever has talked the least since coming online.</summary>
internal sealed class LeastTalkTime : IRoutingStrategy
{
    public string Name => "least-talk-time";

    public long SortKey(in OperatorFacts facts) => facts.TalkTime.Ticks;
}
