namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>All goals that are raced in memory, in one run and one table. The exit code is 1 when a must is missed.</summary>
internal static class RaceCommand
{
    public static int Run(string[] args, TextWriter output)
    {
        var size = args.Contains("--quick") ? RaceSize.Quick : args.Contains("--full") ? RaceSize.Full : RaceSize.Usual;
        var report = new RaceReport(output);
        report.Begin();
        foreach (var (goals, run) in Heats(report, size))
        {
            if (Option(args, "--goal") is not { } wanted || goals.Split(' ').Contains(wanted))
            {
                run();
            }
        }

        if (Option(args, "--json") is { } file)
        {
            report.WriteJson(file);
        }

        return report.AnyMissed ? 1 : 0;
    }

    private static (string Goals, Action Run)[] Heats(RaceReport report, RaceSize size) =>
    [
        ("1 2 4", () => BoardGoals.Run(report, size)),
        ("3", () => CrewGoals.Run(report, size)),
        ("5", () => MemoryGoal.Run(report)),
        ("6 7", () => MailboxGoals.Run(report, size)),
        ("8", () => TimerGoal.Run(report, size.Rounds)),
        ("15", () => CompanyYearGoal.Run(report, size.Days)),
        ("15", () => YearGoal.Run(report, size.Days)),
    ];

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
