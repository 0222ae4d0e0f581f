using VirtualOffice.Sdk.Dispatching.Board;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Goal 5: what a waiting call takes, with a deadline armed for each and without.</summary>
internal static class MemoryGoal
{
    private const int Calls = 100_000;

    public static void Run(RaceReport report)
    {
        var (plain, timed) = (Measure(withDeadline: false), Measure(withDeadline: true));
        report.Add(new RaceRow("5", "Bytes for a waiting call, 100,000 of them", $"{RaceReport.Number(plain)} B", "", plain, null, 128, 64));
        report.Add(new RaceRow("5", "The same with a wait limit armed for each", $"{RaceReport.Number(timed)} B", "", timed, null, 128, 64));
    }

    private static double Measure(bool withDeadline)
    {
        var decisions = new DecisionBuffer();
        var board = new DispatchBoard(new BoardOptions(), decisions);
        QueueLimit[] limits = withDeadline ? [new QueueLimit(LimitKind.Wait, QueueExitKind.Message) { Time = TimeSpan.FromMinutes(10) }] : [];
        for (var company = 0; company < Crew.Companies; company++)
        {
            board.OpenLane(board.AddCompany(new CompanyPolicy { Limits = limits }));
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var call = 0; call < Calls; call++)
        {
            board.Enqueue(call % Crew.Companies, PriorityBand.Normal, call, call);
            decisions.Clear();
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        if (board.Calls != Calls)
        {
            throw new InvalidOperationException("Calls are missing.");
        }

        GC.KeepAlive(board);
        return (double)(after - before) / Calls;
    }
}
