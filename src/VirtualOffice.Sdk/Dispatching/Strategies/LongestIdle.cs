using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Strategies;

/// <summary>First whoever has been free the longest. The default.</summary>
internal sealed class LongestIdle : IRoutingStrategy
{
    public static LongestIdle Instance { get; } = new();

    public string Name => "longest-idle";

    public long SortKey(in OperatorFacts facts) => facts.IdleTurn;
}
