using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>How a company's calls are given out.</summary>
internal sealed record CompanyPolicy
{
    public static CompanyPolicy Default { get; } = new();

    /// <summary>Which free operator is first; null for who has been idle the longest.</summary>
    public IRoutingStrategy? Strategy { get; init; }

    /// <summary>To how many operators a call is offered at a time.</summary>
    public OfferMode OfferMode { get; init; }

    /// <summary>After how long in the queue a call is also offered to ring 1, 2 and so on; increasing. Rings after the last open with it. Without any, everybody is in ring 0, which is always open.</summary>
    public IReadOnlyList<TimeSpan> RingDelays { get; init; } = [];

    /// <summary>Time for work after a call; <see cref="TimeSpan.MaxValue"/> for until the operator says so.</summary>
    public TimeSpan WrapUp { get; init; }

    /// <summary>When waiting is too much, and where it leads; of several that hold, the first counts.</summary>
    public IReadOnlyList<QueueLimit> Limits { get; init; } = [];

    /// <summary>What a minute of waiting counts for operators who choose by weight; 1 to 1,000.</summary>
    public int Weight { get; init; } = 1;
}
