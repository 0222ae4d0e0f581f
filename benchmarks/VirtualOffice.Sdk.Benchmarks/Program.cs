using BenchmarkDotNet.Running;
using VirtualOffice.Sdk.Benchmarks.Dispatching;
using VirtualOffice.Sdk.Benchmarks.Stores;

if (args is ["stores", ..])
{
    await StoreThroughput.RunAsync(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(DispatchBoardBenchmarks).Assembly).Run(args);
