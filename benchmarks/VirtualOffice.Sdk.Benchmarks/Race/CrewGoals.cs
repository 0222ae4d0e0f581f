using System.Globalization;
using VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;
using VirtualOffice.Sdk.Dispatching.Strategies;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Goal 3: as the crew grows, half of it idle, so that who is first has to be found among many.</summary>
internal static class CrewGoals
{
    private const int Small = 200;
    private const int Large = 100_000;

    public static void Run(RaceReport report, RaceSize size)
    {
        var heats = new List<(Tape, IReadOnlyList<Contestant>)>();
        foreach (var operators in new[] { Small, Large })
        {
            foreach (var heap in new[] { false, true })
            {
                var tape = TapeRecorder.Record(Name(heap, operators), new Crew(operators), Create(heap), zipf: false, -operators / 2, size.Events, mishaps: false);
                DispatchRace.Verify(tape, operators == Small ? 20_000 : 1_000, () => new NaiveScan(heap), () => Create(heap));
                List<Contestant> contestants = [new("the board", () => Create(heap), size.Events)];
                if (!heap)
                {
                    contestants.Add(new Contestant("intrusive lists", () => new IntrusiveLists(), size.Events));
                }

                heats.Add((tape, contestants));
            }
        }

        var laps = DispatchRace.Run(heats, size.Rounds);
        var (low, high) = (laps[(Name(heap: false, Small), "intrusive lists")], laps[(Name(heap: false, Large), "intrusive lists")]);
        report.Add(new RaceRow(
            "",
            "Growth of intrusive lists with the same crews",
            RaceReport.Nanoseconds(high.Nanoseconds),
            RaceReport.Nanoseconds(low.Nanoseconds),
            high.Nanoseconds / low.Nanoseconds,
            high.Bytes));
        foreach (var heap in new[] { false, true })
        {
            var (small, large) = (laps[(Name(heap, Small), "the board")], laps[(Name(heap, Large), "the board")]);
            report.Add(new RaceRow(
                "3",
                $"Growth of the board from 200 to {Name(heap, Large)}",
                RaceReport.Nanoseconds(large.Nanoseconds),
                RaceReport.Nanoseconds(small.Nanoseconds),
                large.Nanoseconds / small.Nanoseconds,
                large.Bytes,
                heap ? 8 : 3,
                heap ? 6 : 2.5));
        }
    }

    private static Dispatchers.Board Create(bool heap) => new(heap ? new FewestCalls() : null);

    private static string Name(bool heap, int operators) => string.Create(CultureInfo.InvariantCulture, $"{operators:#,##0} operators, half idle, {(heap ? "fewest calls (heap)" : "longest idle (list)")}");
}
