using BenchmarkDotNet.Running;
using VirtualOffice.Sdk.Benchmarks.Dispatching;
using VirtualOffice.Sdk.Benchmarks.Race;
using VirtualOffice.Sdk.Benchmarks.Stores;
using VirtualOffice.Sdk.Benchmarks.Theory;

switch (args)
{
    case ["stores", ..]:
        await StoreThroughput.RunAsync(Console.Out);
        return 0;
    case ["race", .. var options]:
        return RaceCommand.Run(options, Console.Out);
    case ["theory", .. var options]:
        return TheoryCommand.Run(options, Console.Out);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DispatchBoardBenchmarks).Assembly).Run(args);
        return 0;
}
