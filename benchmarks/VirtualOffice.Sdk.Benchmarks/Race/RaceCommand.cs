namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>All goals that are raced in memory, in one run and one table. The exit code is 1 when a must is missed.</summary>
internal static class RaceCommand
{
    public static int Run(string[] args, TextWriter output)
    {
        var size = args.Contains("--quick") ? RaceSize.Quick : args.Contains("--full") ? RaceSize.Full : RaceSize.Usual;
        var report = new RaceReport(output);
        report.Begin();
        BoardGoals.Run(report, size);
        CrewGoals.Run(report, size);
        MemoryGoal.Run(report);
        TimerGoal.Run(report, size.Rounds);
        if (Array.IndexOf(args, "--json") is var json and >= 0 && json + 1 < args.Length)
        {
            report.WriteJson(args[json + 1]);
        }

        return report.AnyMissed ? 1 : 0;
    }
}
