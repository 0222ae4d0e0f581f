using System.Globalization;
using VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Goals 1, 2 and 4: the board against other dispatchers, and as the line grows.</summary>
internal static class BoardGoals
{
    private const string Ours = "the board";
    private const string Limit = "intrusive lists (the algorithmic limit)";
    private static readonly int[] s_loads = [100, 10_000, 100_000];

    public static void Run(RaceReport report, RaceSize size)
    {
        var crew = new Crew(2_000);
        var heats = new List<(Tape, IReadOnlyList<Contestant>)>();
        foreach (var zipf in new[] { false, true })
        {
            foreach (var load in s_loads)
            {
                var tape = TapeRecorder.Record(Name(zipf, load), crew, new IntrusiveLists(), zipf, load, size.Events);
                DispatchRace.Verify(tape, Math.Min(size.Events, 20_000_000 / load), () => new NaiveScan(), () => new Dispatchers.Board(), () => new IntrusiveLists());
                List<Contestant> contestants = [new(Limit, () => new IntrusiveLists(), size.Events), new(Ours, () => new Dispatchers.Board(), size.Events)];
                if (!zipf && load != 100_000)
                {
                    contestants.Add(new("idiomatic LinkedList and Dictionary", () => new LinkedListsAndDictionaries(), size.Events));
                    contestants.Add(new("member scan as in app_queue", () => new MemberScan(), size.Events));
                    contestants.Add(new("SQLite in memory, indexed, as in mod_callcenter", () => new SqlTables(), 2_000));
                    contestants.Add(new(Limit + " ", () => new IntrusiveLists(), 2_000));
                }

                heats.Add((tape, contestants));
            }
        }

        var laps = DispatchRace.Run(heats, size.Rounds);
        foreach (var zipf in new[] { false, true })
        {
            var (ours, limit) = (laps[(Name(zipf, 10_000), Ours)], laps[(Name(zipf, 10_000), Limit)]);
            report.Add(new RaceRow("1", $"The board vs intrusive lists, {Name(zipf, 10_000)}", Ns(ours), Ns(limit), ours.Nanoseconds / limit.Nanoseconds, ours.Bytes, 4, 2.5));
        }

        foreach (var load in s_loads.Where(load => load != 100_000))
        {
            var limit = laps[(Name(zipf: false, load), Limit)];
            foreach (var lap in laps.Where(l => l.Key.Tape == Name(zipf: false, load) && l.Key.Contestant.TrimEnd() != Limit).Select(l => l.Value))
            {
                report.Add(new RaceRow("", $"{lap.Name}, {Name(zipf: false, load)}", Ns(lap), Ns(limit), lap.Nanoseconds / limit.Nanoseconds, lap.Bytes));
            }
        }

        foreach (var zipf in new[] { false, true })
        {
            var first = laps[(Name(zipf, 100), Ours)];
            foreach (var load in s_loads.Skip(1))
            {
                var lap = laps[(Name(zipf, load), Ours)];
                report.Add(new RaceRow("2", $"Growth of the board from 100 to {Name(zipf, load)}", Ns(lap), Ns(first), lap.Nanoseconds / first.Nanoseconds, lap.Bytes, 1.5, 1.2));
            }

            var (low, high) = (laps[(Name(zipf, 100), Limit)], laps[(Name(zipf, 100_000), Limit)]);
            report.Add(new RaceRow("", $"Growth of intrusive lists from 100 to {Name(zipf, 100_000)}", Ns(high), Ns(low), high.Nanoseconds / low.Nanoseconds, high.Bytes));
        }

        var bytes = s_loads.SelectMany(load => new[] { laps[(Name(zipf: false, load), Ours)].Bytes, laps[(Name(zipf: true, load), Ours)].Bytes }).Max();
        report.Add(new RaceRow("4", "Bytes allocated for an event by the board, the most of all loads", $"{RaceReport.Number(bytes)} B", "", bytes, bytes, 1, 0));
    }

    private static string Name(bool zipf, int load) => string.Create(CultureInfo.InvariantCulture, $"{load:#,##0} waiting, {(zipf ? "Zipf" : "uniform")}");

    private static string Ns(Lap lap) => RaceReport.Nanoseconds(lap.Nanoseconds);
}
