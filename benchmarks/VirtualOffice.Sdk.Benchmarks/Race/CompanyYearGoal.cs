namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Goal 15, first half: a year of one company, 365,000 calls from the ringing to the mail, in one thread.</summary>
internal static class CompanyYearGoal
{
    private const int DaysOfAYear = 365;
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    public static void Run(RaceReport report, int days)
    {
        var company = new CompanyYear();
        var (start, bytes) = (ProcessorTime.Now, GC.GetTotalAllocatedBytes());
        company.Run(s_day * days);
        var seconds = (ProcessorTime.Now - start).TotalSeconds;
        bytes = GC.GetTotalAllocatedBytes() - bytes;
        var calls = company.Count().Received;
        var scaled = days == DaysOfAYear ? "" : $", scaled from {days} days";
        report.Add(new RaceRow(
            "15",
            $"Seconds for 365,000 calls of one company, the whole office on virtual time{scaled}; {RaceReport.Number(calls)} calls simulated, {RaceReport.Number(company.Steps / (double)calls)} tasks a call",
            $"{RaceReport.Number(seconds * 1e6 / calls)} µs a call",
            "",
            seconds * DaysOfAYear * CompanyYear.CallsADay / calls,
            bytes / (double)calls,
            60,
            20));
    }
}
