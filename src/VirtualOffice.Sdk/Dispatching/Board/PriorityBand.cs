using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A priority: callers in it are treated as if they had come so much earlier. So everybody's turn comes, whatever the others' priority, except behind a strict band.</summary>
/// <param name="HeadStart">By how much earlier; null makes the band strict: it goes before every band after it, however long those wait.</param>
internal sealed record PriorityBand(TimeSpan? HeadStart)
{
    /// <summary>The usual four: VIPs strictly first, high and low by two minutes before and after normal callers.</summary>
    public static IReadOnlyList<PriorityBand> Usual { get; } =
        [new(HeadStart: null), new(TimeSpan.FromMinutes(2)), new(TimeSpan.Zero), new(TimeSpan.FromMinutes(-2))];

    /// <summary>Where normal callers stand among the usual four.</summary>
    public const int Normal = 2;

    /// <summary>Where a priority stands among the usual four.</summary>
    public static int Of(CallPriority priority) => priority switch
    {
        CallPriority.Vip => 0,
        CallPriority.High => 1,
        CallPriority.Low => 3,
        _ => Normal,
    };
}
