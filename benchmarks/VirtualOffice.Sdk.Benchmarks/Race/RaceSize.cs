namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>How much is run.</summary>
/// <param name="Rounds">How often each contestant runs, in turn; the fastest counts.</param>
/// <param name="Events">How many events a round has.</param>
/// <param name="Days">How many days of the simulated year.</param>
internal sealed record RaceSize(int Rounds, int Events, int Days)
{
    public static RaceSize Usual { get; } = new(9, 400_000, 30);

    public static RaceSize Quick { get; } = new(3, 100_000, 3);

    public static RaceSize Full { get; } = Usual with { Days = 365 };
}
