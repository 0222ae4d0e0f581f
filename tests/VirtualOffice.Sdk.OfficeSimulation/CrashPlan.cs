namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>When the host is killed.</summary>
/// <param name="Before">At these journal appends, counted over the whole run, when the append is asked for: it is lost.</param>
/// <param name="After">At these, when the append is durable, and before the host hears of it.</param>
/// <param name="AtAnyStep">Whether it is also killed between any two tasks, as chance wants.</param>
internal sealed record CrashPlan(IReadOnlySet<int> Before, IReadOnlySet<int> After, bool AtAnyStep)
{
    public static CrashPlan None { get; } = new(new HashSet<int>(), new HashSet<int>(), AtAnyStep: false);

    public static CrashPlan Around(int append, bool after) => after
        ? None with { After = new HashSet<int> { append } }
        : None with { Before = new HashSet<int> { append } };

    public static CrashPlan Random(int seed)
    {
        var random = new Random(unchecked(seed * 7919));
        HashSet<int> Draw() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(1, 200))];
        return new CrashPlan(Draw(), Draw(), AtAnyStep: true);
    }

    public override string ToString() => $"before [{string.Join(", ", Before.Order())}], after [{string.Join(", ", After.Order())}]{(AtAnyStep ? ", at any step" : "")}";
}
