using System.Globalization;
using BenchmarkDotNet.Running;
using VirtualOffice.Sdk.Benchmarks.Dispatching;
using VirtualOffice.Sdk.Benchmarks.Live;
using VirtualOffice.Sdk.Benchmarks.Race;
using VirtualOffice.Sdk.Benchmarks.Restarting;
using VirtualOffice.Sdk.Benchmarks.Stores;
using VirtualOffice.Sdk.Benchmarks.Theory;

switch (args)
{
    case ["stores", ..]:
        await StoreThroughput.RunAsync(Console.Out);
        return 0;
    case ["restart", .. var rest]:
        await OfficeRestart.RunAsync(Console.Out, calls: rest is [var calls, ..] ? int.Parse(calls, CultureInfo.InvariantCulture) : 10_000);
        return 0;
    case ["race", .. var options]:
        return RaceCommand.Run(options, Console.Out);
    case ["year", .. var rest]:
        var report = new RaceReport(Console.Out);
        report.Begin();
        CompanyYearGoal.Run(report, days: rest is [var days, ..] ? int.Parse(days, CultureInfo.InvariantCulture) : 365);
        return report.AnyMissed ? 1 : 0;
    case ["theory", .. var options]:
        return TheoryCommand.Run(options, Console.Out);
    case ["answering-host", var asterisk, var password, var database]:
        await AnsweringHost.RunAsync(Console.Out, new Uri(asterisk), password, database);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DispatchBoardBenchmarks).Assembly).Run(args);
        return 0;
}
