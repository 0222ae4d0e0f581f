namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>At which journal appends, counted over the whole run, the host is killed.</summary>
/// <param name="Before">Killed when the append is asked for: it is lost.</param>
/// <param name="After">Killed when the append is durable, and before the host hears of it.</param>
internal sealed record CrashPlan(IReadOnlySet<int> Before, IReadOnlySet<int> After)
{
    public static CrashPlan None { get; } = new(new HashSet<int>(), new HashSet<int>());

    public static CrashPlan Around(int append, bool after) => after
        ? new CrashPlan(new HashSet<int>(), new HashSet<int> { append })
        : new CrashPlan(new HashSet<int> { append }, new HashSet<int>());
}
