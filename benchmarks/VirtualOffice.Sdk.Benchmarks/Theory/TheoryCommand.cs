using System.Globalization;
using VirtualOffice.Sdk.Benchmarks.Race;
using VirtualOffice.Sdk.Staffing;

namespace VirtualOffice.Sdk.Benchmarks.Theory;

/// <summary>Goal 10: the real board on virtual time, next to what theory says. The exit code is 1 when a must is missed.</summary>
internal static class TheoryCommand
{
    private const double CallsPerRun = 1_000_000;
    private static readonly TimeSpan s_service = TimeSpan.FromMinutes(3);

    public static int Run(string[] args, TextWriter output)
    {
        var seeds = args.Contains("--quick") ? 2 : 16;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seeds} seeds, {CallsPerRun:#,##0} calls each."));
        output.WriteLine();
        output.WriteLine("| Model | Figure | Simulated | Exact | Error | Must | Reach for | |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        var missed = false;
        foreach (var line in Lines(seeds))
        {
            missed |= line.IsMissed;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {line.Model} | {line.Figure} | {line.Simulated:0.00000} | {line.Exact:0.00000} | {line.Error:0.00 %} | ≤ {line.Must:0 %} | ≤ {line.Reach:0.0 %} | {(line.IsMissed ? "MISSED" : line.Error <= line.Reach ? "reached" : "met")} |"));
            output.Flush();
        }

        return missed ? 1 : 0;
    }

    private static IEnumerable<TheoryLine> Lines(int seeds) =>
    [
        .. Blocked(seeds, 8, 10),
        .. Patient(seeds, 8, 10),
        .. Patient(seeds, 43, 50),
        .. Impatient(seeds, 9, 10, TimeSpan.FromMinutes(3)),
        .. Impatient(seeds, 22, 20, TimeSpan.FromMinutes(6)),
        .. Priorities(seeds, 8, 10, 0.2),
        .. Sparse(seeds, "two companies, an operator for one and one for both", [0.4, 0.9], [[0], [0, 1]]),
        .. Sparse(seeds, "a ring: five companies, five operators with two each", [0.9, 0.6, 0.8, 0.7, 0.9], [[0, 1], [1, 2], [2, 3], [3, 4], [4, 0]]),
        .. Sparse(seeds, "four companies, seven operators", [1.9, 1.3, 1.0, 1.4], [[0], [0, 1], [1], [1, 2], [2, 3], [3, 0], [3]]),
    ];

    private static IEnumerable<TheoryLine> Blocked(int seeds, double load, int operators)
    {
        var run = Simulate(seeds, new SimulatedCompany([load], MaxWaiting: 0), operators, patience: null);
        var blocking = ErlangB.Blocking(load, operators);
        var model = Model("Erlang B", load, operators);
        yield return new TheoryLine(model, "P(turned away)", run.Share(0, t => t.Blocked), blocking, IsMean: false);
        yield return new TheoryLine(model, "utilisation", run.Utilisation.Average(), load * (1 - blocking) / operators, IsMean: false);
    }

    private static IEnumerable<TheoryLine> Patient(int seeds, double load, int operators)
    {
        var run = Simulate(seeds, new SimulatedCompany([load]), operators, patience: null);
        var model = Model("Erlang C", load, operators);
        yield return new TheoryLine(model, "P(wait)", run.Share(0, t => t.Waited), ErlangC.WaitProbability(load, operators), IsMean: false);
        yield return new TheoryLine(model, "utilisation", run.Utilisation.Average(), load / operators, IsMean: false);
        yield return new TheoryLine(model, "mean wait, s", run.MeanWait(0), ErlangC.MeanWait(load, operators, s_service).TotalSeconds, IsMean: true);
        yield return new TheoryLine(model, "mean queue", run.MeanQueue, ErlangC.WaitProbability(load, operators) * load / (operators - load), IsMean: true);
        yield return new TheoryLine(model, "answered in 20 s", run.Share(0, t => t.AnsweredInTime), ErlangC.ServiceLevel(load, operators, s_service, TimeSpan.FromSeconds(20)), IsMean: false);
    }

    private static IEnumerable<TheoryLine> Impatient(int seeds, double load, int operators, TimeSpan patience)
    {
        var run = Simulate(seeds, new SimulatedCompany([load]), operators, patience);
        var exact = ErlangA.Solve(load, operators, s_service, patience, TimeSpan.FromSeconds(20));
        var model = Model("Erlang A", load, operators) + string.Create(CultureInfo.InvariantCulture, $", patience {patience.TotalMinutes:0} min");
        yield return new TheoryLine(model, "P(wait)", run.Share(0, t => t.Waited), exact.WaitProbability, IsMean: false);
        yield return new TheoryLine(model, "P(abandon)", run.Share(0, t => t.Abandoned), exact.AbandonProbability, IsMean: false);
        yield return new TheoryLine(model, "utilisation", run.Utilisation.Average(), exact.Utilisation, IsMean: false);
        yield return new TheoryLine(model, "mean wait, s", run.MeanWait(0), exact.MeanWait.TotalSeconds, IsMean: true);
        yield return new TheoryLine(model, "mean queue", run.MeanQueue, exact.MeanQueue, IsMean: true);
        yield return new TheoryLine(model, "answered in 20 s", run.Share(0, t => t.AnsweredInTime), exact.ServiceLevel, IsMean: false);
    }

    private static IEnumerable<TheoryLine> Priorities(int seeds, double load, int operators, double vips)
    {
        var run = Simulate(seeds, new SimulatedCompany([load], vips), operators, patience: null);
        var (vip, others) = ErlangC.MeanWaits(load * vips, load, operators, s_service);
        var model = Model("Two priorities", load, operators) + string.Create(CultureInfo.InvariantCulture, $", {vips:0 %} VIPs");
        yield return new TheoryLine(model, "P(wait)", run.Share(0, t => t.Waited), ErlangC.WaitProbability(load, operators), IsMean: false);
        yield return new TheoryLine(model, "mean wait of VIPs, s", run.MeanWait(1), vip.TotalSeconds, IsMean: true);
        yield return new TheoryLine(model, "mean wait of others, s", run.MeanWait(0), others.TotalSeconds, IsMean: true);
    }

    private static IEnumerable<TheoryLine> Sparse(int seeds, string graph, double[] loads, int[][] serves)
    {
        var run = new TheoryRun(seeds, CallsPerRun, s_service, [.. loads.Select(load => new SimulatedCompany([load]))], serves, patience: null);
        var exact = new SparseOffice(loads, serves, 1);
        var model = $"Who serves whom: {graph}";
        for (var c = 0; c < loads.Length; c++)
        {
            yield return new TheoryLine(model, $"P(wait), company {c + 1}", run.Share(c * 2, t => t.Waited), exact.WaitProbability[c], IsMean: false);
            yield return new TheoryLine(model, $"mean wait, company {c + 1}, s", run.MeanWait(c * 2), exact.MeanQueue[c] / loads[c] * s_service.TotalSeconds, IsMean: true);
        }

        for (var p = 0; p < serves.Length; p++)
        {
            yield return new TheoryLine(model, $"utilisation, operator {p + 1}", run.Utilisation[p], exact.Utilisation[p], IsMean: false);
        }

        yield return new TheoryLine(model, "mean queue", run.MeanQueue, exact.MeanQueue.Sum(), IsMean: true);
    }

    private static TheoryRun Simulate(int seeds, SimulatedCompany company, int operators, TimeSpan? patience) =>
        new(seeds, CallsPerRun, s_service, [company], [.. Enumerable.Repeat<IReadOnlyList<int>>([0], operators)], patience);

    private static string Model(string name, double load, int operators) => $"{name}, {RaceReport.Number(load)} Erlang, {operators} operators";
}
