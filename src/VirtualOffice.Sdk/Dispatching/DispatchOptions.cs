using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>The board's policy.</summary>
/// <param name="WrapUp">Time for work after a call before the next is offered; zero for none.</param>
/// <param name="DeclinePause">How long an operator who declined or missed a call is not offered that call again.</param>
/// <param name="MissesBeforeBreak">After how many calls missed in a row an operator is sent on a break; zero for never.</param>
internal sealed record DispatchOptions(TimeSpan WrapUp, TimeSpan DeclinePause, int MissesBeforeBreak = 0)
{
    /// <summary>Whether every offer is explained; on request a call is explained anyway.</summary>
    public bool ExplainOffers { get; init; }

    /// <summary>The strategies companies may name.</summary>
    public IReadOnlyList<IRoutingStrategy> Strategies { get; init; } = RoutingStrategies.BuiltIn;
}
