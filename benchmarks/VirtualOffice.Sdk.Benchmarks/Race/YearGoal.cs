using VirtualOffice.Sdk.Staffing;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Goal 15, second half: a year of an office, 500 companies with 1,000 calls a day, one of them 5,000, on the board alone and on one core.</summary>
internal static class YearGoal
{
    private const int Days = 365;
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    public static void Run(RaceReport report, int days)
    {
        var crew = new Crew(2_000);
        var office = new SimulatedOffice
        {
            Companies = [.. Enumerable.Range(0, Crew.Companies).Select(c => new SimulatedCompany([c == 0 ? 5_000 : 1_000]))],
            Operators = crew.Serves,
            Interval = s_day,
            Talk = TimeSpan.FromMinutes(4),
            WrapUp = TimeSpan.FromSeconds(30),
            Patience = TimeSpan.FromMinutes(3),
        };
        var simulation = new BoardSimulation(office, 42);
        var start = ProcessorTime.Now;
        simulation.Run(s_day * days);
        var seconds = (ProcessorTime.Now - start).TotalSeconds;
        var calls = simulation.Tallies.Sum(t => t.Offered);
        var year = seconds * Days / days;
        var scaled = days == Days ? "" : $", scaled from {days} days";
        report.Add(new RaceRow("15", $"Seconds for a year of an office on the board alone{scaled}; {RaceReport.Number(calls)} calls simulated", $"{RaceReport.Number(seconds * 1e9 / calls)} ns a call", "", year, null, 600, 120));
    }
}
